//! Copies a CSV file as the `csv` crate does it soonest: the yardstick of `benches/review_ratio`.

use std::error::Error;

use csv::{ByteRecord, Reader, Writer};

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args_os().skip(1);
    let (Some(source), Some(target)) = (paths.next(), paths.next()) else {
        return Err("copy SOURCE TARGET".into());
    };
    let (mut reader, mut writer) = (Reader::from_path(source)?, Writer::from_path(target)?);
    writer.write_byte_record(reader.byte_headers()?)?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        writer.write_byte_record(&record)?;
    }
    writer.flush()?;
    Ok(())
}
