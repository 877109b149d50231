//! OpenAPI schemas.

use std::collections::BTreeMap;

use normail::{DedupKey, DomainSet, EmailAddress, Skeleton};
use serde_json::json;
use utoipa::{OpenApi, ToSchema};

#[derive(ToSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Account {
    email: EmailAddress,
    others: Vec<EmailAddress>,
    perhaps: Option<EmailAddress>,
    by_address: BTreeMap<String, EmailAddress>,
    key: DedupKey,
    look: Skeleton,
    allowed: DomainSet,
    #[schema(inline)]
    inline: EmailAddress,
}

#[derive(OpenApi)]
#[openapi(components(schemas(Account)))]
struct Api;

/// email_address pull 47: without the trait, `Option<Vec<EmailAddress>>` needs a function of its own.
#[test]
fn email_address_47_what_is_text_is_a_string() {
    let api = serde_json::to_value(Api::openapi()).expect("JSON takes it");
    let schemas = &api["components"]["schemas"];
    let address = json!({"type": "string", "format": "idn-email"});
    assert_eq!(schemas["EmailAddress"], address);
    for name in ["DedupKey", "Skeleton", "DomainSet"] {
        assert_eq!(schemas[name], json!({"type": "string"}), "{name}");
    }
    let properties = &schemas["Account"]["properties"];
    let reference = json!({"$ref": "#/components/schemas/EmailAddress"});
    assert_eq!(properties["email"], reference);
    assert_eq!(properties["others"]["items"], reference);
    assert_eq!(properties["perhaps"], json!({"oneOf": [reference, {"type": "null"}]}));
    assert_eq!(properties["by_address"]["additionalProperties"], reference);
    assert_eq!(properties["inline"], address);
}
