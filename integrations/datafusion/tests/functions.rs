//! Every function answers what a plain loop over `inspect` answers, whatever the column is made of.

mod support;

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, DictionaryArray, Int8Array, RecordBatch, StringArray, new_empty_array,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::datasource::MemTable;
use datafusion::physical_plan::displayable;
use datafusion::prelude::{SessionConfig, SessionContext};
use normail::{Language, Policy};

use support::cells::{cells, column};
use support::expected::{Cell, FUNCTIONS, answers};

/// What a column of text can be made of.
fn string_types() -> Vec<DataType> {
    let plain = [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View];
    let dictionary = |values: &DataType| DataType::Dictionary(DataType::Int32.into(), values.clone().into());
    let dictionaries: Vec<_> = plain.iter().map(dictionary).collect();
    plain.into_iter().chain(dictionaries).collect()
}

/// The corpora, with a null before every hundredth text and one text that comes often.
fn texts() -> Vec<Option<String>> {
    let mut texts = Vec::new();
    for (place, text) in support::corpora::texts().into_iter().enumerate() {
        if place % 100 == 0 {
            texts.extend([None, Some("ana@gmial.com".to_owned())]);
        }
        texts.push(Some(text));
    }
    texts
}

fn array(texts: &[Option<String>], data_type: &DataType) -> ArrayRef {
    cast(&StringArray::from(texts.to_vec()), data_type).expect("text is cast to any kind of text")
}

/// A context with a table `t` whose column `x` has these arrays, a batch each. One partition keeps their order.
fn context(arrays: Vec<ArrayRef>) -> SessionContext {
    let ctx = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
    normail_datafusion::register(&ctx);
    let schema = Arc::new(Schema::new(vec![Field::new("x", arrays[0].data_type().clone(), true)]));
    let batch = |array| RecordBatch::try_new(schema.clone(), vec![array]).expect("the array is the column's");
    let batches = arrays.into_iter().map(batch).collect();
    let table = MemTable::try_new(schema.clone(), vec![batches]).expect("the batches are the table's");
    ctx.register_table("t", Arc::new(table)).expect("the table is the only one");
    ctx
}

async fn run(ctx: &SessionContext, query: &str) -> Vec<RecordBatch> {
    let planned = ctx.sql(query).await.unwrap_or_else(|error| panic!("{query}: {error}"));
    planned.collect().await.unwrap_or_else(|error| panic!("{query}: {error}"))
}

async fn fault(ctx: &SessionContext, query: &str) -> String {
    let done = match ctx.sql(query).await {
        Ok(planned) => planned.create_physical_plan().await.map(drop),
        Err(error) => Err(error),
    };
    done.expect_err("the query is refused when it is planned").find_root().strip_backtrace()
}

/// What the plain loop answers, a column for each function.
fn expected(texts: &[Option<String>], language: Language) -> Vec<Vec<Cell>> {
    let rows: Vec<_> = texts.iter().map(|text| answers(&Policy::form(), language, text.as_deref())).collect();
    (0..FUNCTIONS.len()).map(|place| rows.iter().map(|row| row[place].clone()).collect()).collect()
}

fn assert_same(found: &[Cell], expected: &[Cell], texts: &[Option<String>], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}: rows");
    for ((found, expected), text) in found.iter().zip(expected).zip(texts) {
        assert_eq!(found, expected, "{what} of {text:?}");
    }
}

#[tokio::test]
async fn each_function_answers_what_a_plain_loop_answers() {
    let texts = texts();
    let expected = expected(&texts, Language::English);
    for data_type in string_types() {
        let ctx = context(vec![array(&texts, &data_type)]);
        for (name, expected) in FUNCTIONS.iter().zip(&expected) {
            let batches = run(&ctx, &format!("SELECT {name}(x) FROM t")).await;
            assert_same(&column(&batches, 0), expected, &texts, &format!("{name} over {data_type}"));
        }
    }
}

#[tokio::test]
async fn the_struct_has_the_answers_of_all_functions() {
    let texts = texts();
    let expected = expected(&texts, Language::Spanish);
    for data_type in string_types() {
        let batches =
            run(&context(vec![array(&texts, &data_type)]), "SELECT email_inspect(x, 'es') FROM t").await;
        let nulls: Vec<bool> = batches
            .iter()
            .flat_map(|batch| {
                let whole = batch.column(0);
                (0..whole.len()).map(|row| whole.is_null(row)).collect::<Vec<_>>()
            })
            .collect();
        assert!(nulls.iter().zip(&texts).all(|(null, text)| *null == text.is_none()), "{data_type}: nulls");
        for (place, expected) in expected.iter().enumerate() {
            let found: Vec<Cell> =
                batches.iter().flat_map(|batch| cells(batch.column(0).as_struct().column(place))).collect();
            assert_same(&found, expected, &texts, &format!("field {place} over {data_type}"));
        }
    }
}

#[tokio::test]
async fn slices_and_empty_batches_are_read_as_they_stand() {
    let texts = texts();
    for data_type in string_types() {
        let whole = array(&texts, &data_type);
        let parts =
            vec![whole.slice(3, 0), whole.slice(101, 7), new_empty_array(&data_type), whole.slice(997, 640)];
        let texts: Vec<_> = [&texts[101..108], &texts[997..1637]].concat();
        let expected = expected(&texts, Language::English);
        let ctx = context(parts);
        for (name, expected) in FUNCTIONS.iter().zip(&expected) {
            let batches = run(&ctx, &format!("SELECT {name}(x) FROM t")).await;
            assert_same(
                &column(&batches, 0),
                expected,
                &texts,
                &format!("{name} over slices of {data_type}"),
            );
        }
    }
}

#[tokio::test]
async fn a_table_without_rows_gives_none() {
    for data_type in string_types() {
        let ctx = context(vec![new_empty_array(&data_type)]);
        for name in FUNCTIONS.into_iter().chain(["email_inspect"]) {
            let batches = run(&ctx, &format!("SELECT {name}(x) FROM t")).await;
            assert_eq!(
                batches.iter().map(RecordBatch::num_rows).sum::<usize>(),
                0,
                "{name} over {data_type}"
            );
        }
    }
}

#[tokio::test]
async fn nulls_of_a_dictionary_are_nulls_wherever_they_stand() {
    let values = StringArray::from(vec![Some("ana@example.com"), None, Some("never read")]);
    let keys = Int8Array::from(vec![Some(0), Some(1), None, Some(0), Some(0)]);
    let dictionary = DictionaryArray::new(keys, Arc::new(values));
    let small_slice = Arc::new(dictionary.slice(1, 2)) as ArrayRef;
    let clean = Some("Clean".to_owned());
    for (array, expected) in [
        (Arc::new(dictionary) as ArrayRef, vec![clean.clone(), None, None, clean.clone(), clean]),
        (small_slice, vec![None, None]),
    ] {
        let ctx = context(vec![array]);
        let batches = run(&ctx, "SELECT email_verdict(x), email_inspect(x)['verdict'] FROM t").await;
        assert_eq!(column(&batches, 0), expected);
        assert_eq!(column(&batches, 1), expected);
    }
}

#[tokio::test]
async fn no_kind_of_text_is_cast_before_it_is_read() {
    for data_type in string_types() {
        let ctx = context(vec![new_empty_array(&data_type)]);
        let planned =
            ctx.sql("SELECT email_key(x), email_message(x, 'es') FROM t").await.expect("it is planned");
        let plan = planned.into_optimized_plan().expect("it is optimised").display_indent().to_string();
        assert!(!plan.contains("CAST"), "{data_type}: {plan}");
    }
}

#[tokio::test]
async fn many_columns_of_the_struct_cost_one_inspection() {
    let ctx = context(vec![array(&[None], &DataType::Utf8)]);
    for query in [
        "SELECT i['verdict'], i['address'], i['key'] FROM (SELECT email_inspect(x) AS i FROM t)",
        "SELECT email_inspect(x)['verdict'], email_inspect(x)['address'], email_inspect(x)['key'] FROM t",
    ] {
        let planned = ctx.sql(query).await.expect("it is planned").create_physical_plan().await;
        let plan = displayable(planned.expect("it is planned").as_ref()).indent(false).to_string();
        assert_eq!(plan.matches("email_inspect(x@").count(), 1, "{query}: {plan}");
    }
}

#[tokio::test]
async fn a_constant_is_answered_when_the_query_is_planned() {
    let ctx = context(vec![array(&[None], &DataType::Utf8)]);
    let planned = ctx.sql("SELECT email_key('Ana@Example.com') AS key").await.expect("it is planned");
    let plan = planned.into_optimized_plan().expect("it is optimised").display_indent().to_string();
    assert!(plan.contains("Utf8(\"key1:example.com:ana\")"), "{plan}");
    for name in FUNCTIONS.into_iter().chain(["email_inspect"]) {
        let batches = run(&ctx, &format!("SELECT {name}(NULL) IS NULL")).await;
        assert_eq!(column(&batches, 0), [Some("true".to_owned())], "{name} of null");
    }
}

#[tokio::test]
async fn sentences_come_in_the_language_that_was_named() {
    let texts = texts();
    let ctx = context(vec![array(&texts, &DataType::Utf8)]);
    for (code, language) in [("en", Language::English), ("es", Language::Spanish)] {
        let batches = run(&ctx, &format!("SELECT email_message(x, '{code}') FROM t")).await;
        assert_same(&column(&batches, 0), &expected(&texts, language)[5], &texts, code);
    }
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused_in_one_sentence_when_it_is_planned() {
    let ctx = context(vec![array(&[None], &DataType::Utf8)]);
    for (query, sentence) in [
        ("email_message(x, 'fr')", "Error during planning: email_message speaks 'en' and 'es', not 'fr'"),
        ("email_inspect(x, 'fr')", "Error during planning: email_inspect speaks 'en' and 'es', not 'fr'"),
        (
            "email_message(x, x)",
            "Error during planning: the language of email_message has to be a constant, 'en' or 'es'",
        ),
        (
            "email_message(x, NULL)",
            "Error during planning: the language of email_message has to be a constant, 'en' or 'es'",
        ),
        (
            "email_key(1)",
            "Error during planning: Function 'email_key' requires String, but received Int64 (DataType: Int64)",
        ),
    ] {
        let found = fault(&ctx, &format!("SELECT {query} FROM t")).await;
        let found = found.split(". ").next().map(|first| first.trim_end_matches('.'));
        assert_eq!(found, Some(sentence), "{query}");
    }
}
