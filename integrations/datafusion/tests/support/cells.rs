//! Arrays as the texts that `expected` speaks of.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use datafusion::arrow::datatypes::DataType;

use super::expected::Cell;

pub fn column(batches: &[RecordBatch], place: usize) -> Vec<Cell> {
    batches.iter().flat_map(|batch| cells(batch.column(place))).collect()
}

pub fn cells(array: &ArrayRef) -> Vec<Cell> {
    let cell = |row| (!array.is_null(row)).then(|| text(array, row));
    (0..array.len()).map(cell).collect()
}

fn text(array: &ArrayRef, row: usize) -> String {
    match array.data_type() {
        DataType::Boolean => array.as_boolean().value(row).to_string(),
        DataType::Utf8 => array.as_string::<i32>().value(row).to_owned(),
        DataType::List(_) => {
            let members = cells(&array.as_list::<i32>().value(row));
            members.into_iter().map(|member| member.expect("no member is null")).collect::<Vec<_>>().join(" ")
        }
        other => panic!("no answer is {other}"),
    }
}
