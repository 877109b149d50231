//! Opens both doors without `std` and says by its exit code whether they answered: 0 is yes.
#![no_std]
#![no_main]

mod heap;

use core::ffi::{c_char, c_int};
use core::panic::PanicInfo;

use normail::{Applicability, inspect, is_valid};

/// What the C runtime calls.
#[unsafe(no_mangle)]
extern "C" fn main(_argc: c_int, _argv: *const *const c_char) -> c_int {
    let inspection = inspect(" José@bücher.example ");
    let text = inspection.apply(Applicability::Automatic);
    let answered = is_valid("ana@example.com")
        && text.as_deref() == Some("José@bücher.example")
        && inspection.address().is_some_and(|address| address.as_str() == "José@xn--bcher-kva.example");
    c_int::from(!answered)
}

// What `std` would have linked: the C runtime, and the unwinder that the ready-built `alloc` names but never calls.
#[link(name = "c")]
#[link(name = "gcc_s")]
unsafe extern "C" {}

#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
