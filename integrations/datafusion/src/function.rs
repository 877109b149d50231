//! The functions: a name, a signature and an explanation over one evaluation.

use std::hash::{Hash, Hasher};

use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::types::logical_string;
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    Coercion, ColumnarValue, Documentation, EncodingPreservation, Expr, ReturnFieldArgs, ScalarFunctionArgs,
    ScalarUDF, ScalarUDFImpl, Signature, TypeSignature, TypeSignatureClass, Volatility,
};
use normail::{Language, Policy};

use crate::answer::Answer;
use crate::columns::Manner;
use crate::evaluate::evaluate;
use crate::explanation::{self, Explanation};
use crate::language;

pub(crate) fn all(policy: &Policy) -> Vec<ScalarUDF> {
    let function = |explanation| ScalarUDF::from(EmailFunction::new(explanation, policy.clone()));
    explanation::ALL.iter().map(function).collect()
}

#[derive(Debug)]
struct EmailFunction {
    explanation: &'static Explanation,
    policy: Policy,
    signature: Signature,
    documentation: Documentation,
}

impl EmailFunction {
    fn new(explanation: &'static Explanation, policy: Policy) -> Self {
        Self {
            explanation,
            policy,
            signature: signature(explanation.answer),
            documentation: explanation.documentation(),
        }
    }

    /// The language of the second argument; English without one.
    fn language(&self, argument: Option<&ColumnarValue>) -> Result<Language> {
        match argument {
            None => Ok(Language::English),
            Some(ColumnarValue::Scalar(constant)) => language::of_constant(self.name(), constant),
            Some(ColumnarValue::Array(_)) => language::no_constant(self.name()),
        }
    }
}

/// What a function does depends on its policy too: where one plan meets functions of two policies, they are not one.
impl PartialEq for EmailFunction {
    fn eq(&self, other: &Self) -> bool {
        self.explanation.name == other.explanation.name && self.policy == other.policy
    }
}

impl Eq for EmailFunction {}

impl Hash for EmailFunction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.explanation.name.hash(state);
        self.policy.hash(state);
    }
}

fn signature(answer: Answer) -> Signature {
    let string = || Coercion::new_exact(TypeSignatureClass::Native(logical_string()));
    let text = || string().with_encoding_preservation(EncodingPreservation::dictionary());
    let alone = TypeSignature::Coercible(vec![text()]);
    if answer.speaks() {
        let with_language = TypeSignature::Coercible(vec![text(), string()]);
        Signature::one_of(vec![alone, with_language], Volatility::Immutable)
    } else {
        Signature::new(alone, Volatility::Immutable)
    }
}

impl ScalarUDFImpl for EmailFunction {
    fn name(&self) -> &str {
        self.explanation.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.explanation.answer.data_type())
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        if let Some(Some(constant)) = args.scalar_arguments.get(1) {
            language::of_constant(self.name(), constant)?;
        }
        Ok(Field::new(self.name(), self.explanation.answer.data_type(), true).into())
    }

    /// Nothing is simplified: by now a constant language is one, and any other is refused.
    fn simplify(&self, args: Vec<Expr>, _: &SimplifyContext) -> Result<ExprSimplifyResult> {
        match args.get(1) {
            None | Some(Expr::Literal(..)) => Ok(ExprSimplifyResult::Original(args)),
            Some(_) => language::no_constant(self.name()),
        }
    }

    fn is_strict(&self) -> bool {
        true
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let language = self.language(args.args.get(1))?;
        let manner = Manner { policy: &self.policy, language };
        let answer = self.explanation.answer;
        match args.args.first() {
            Some(ColumnarValue::Array(texts)) => Ok(evaluate(answer, texts, manner)?.into()),
            Some(ColumnarValue::Scalar(text)) => {
                let answers = evaluate(answer, &text.to_array()?, manner)?;
                Ok(ScalarValue::try_from_array(&answers, 0)?.into())
            }
            None => datafusion::common::exec_err!("{} takes a text", self.name()),
        }
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }
}
