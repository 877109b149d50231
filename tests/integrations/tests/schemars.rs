//! JSON Schemas.

use std::collections::BTreeMap;

use normail::{DedupKey, DomainSet, EmailAddress, Skeleton};
use schemars::{JsonSchema, schema_for};
use serde_json::json;

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Account {
    email: EmailAddress,
    others: Vec<EmailAddress>,
    perhaps: Option<EmailAddress>,
    by_address: BTreeMap<EmailAddress, u32>,
    key: DedupKey,
    look: Skeleton,
    allowed: DomainSet,
}

#[test]
fn what_is_text_is_a_string() {
    let schema = schema_for!(Account).to_value();
    let address = json!({"type": "string", "format": "idn-email"});
    let text = json!({"type": "string"});
    let properties = &schema["properties"];
    assert_eq!(properties["email"], address);
    assert_eq!(properties["others"], json!({"type": "array", "items": address}));
    assert_eq!(properties["perhaps"], json!({"type": ["string", "null"], "format": "idn-email"}));
    assert_eq!(properties["by_address"]["type"], "object");
    assert_eq!(properties["key"], text);
    assert_eq!(properties["look"], text);
    assert_eq!(properties["allowed"], text);
    assert_eq!(schema.get("$defs"), None, "they stand where they are used");
}
