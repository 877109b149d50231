//! ```sh
//! cargo run -- signups.sqlite 127.0.0.1:3000
//! ```
//!
//! Both arguments may be left out. Letters are printed: this is where a service would hand them to its mailer.

use std::error::Error;
use std::{env, thread};

use normail_signup::app::{App, router};
use normail_signup::store::Store;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let database = arguments.next().unwrap_or_else(|| "signups.sqlite".into());
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:3000".into());

    let (app, letters) = App::new(Store::open(&database)?);
    thread::spawn(move || letters.iter().for_each(|letter| println!("{letter}")));

    let listener = TcpListener::bind(address).await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, router(app)).await?;
    Ok(())
}
