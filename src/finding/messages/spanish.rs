//! The Spanish sentences.

use alloc::format;
use alloc::string::{String, ToString};

use super::characters::{is_letter, letter};
use super::{LATIN, Language, Outcome, capitalised, character, is_plural, named_space, text};
use crate::finding::{Detail, FindingKind, Part};

/// What was found, without a capital or a full stop.
pub(super) fn subject(kind: FindingKind, detail: &Detail) -> String {
    use FindingKind as K;
    match kind {
        K::LeadingSpace => format!("{} antes de la dirección", space(detail)),
        K::TrailingSpace => format!("{} después de la dirección", space(detail)),
        K::SpaceAroundAt => format!("{} junto a la @", space(detail)),
        K::InnerSpace => format!("{} dentro de la dirección", space(detail)),
        K::InvisibleCharacter => format!("un carácter que no se ve{}", character(detail, Language::Spanish)),
        K::BidiControl => {
            format!("una marca oculta de sentido de escritura{}", character(detail, Language::Spanish))
        }
        K::BidiOverride => format!(
            "un carácter oculto que muestra el texto al revés{}",
            character(detail, Language::Spanish)
        ),
        K::ControlCharacter => format!("un código de control oculto{}", character(detail, Language::Spanish)),
        K::PrivateUse => format!(
            "un carácter que solo algunos ordenadores muestran{}",
            character(detail, Language::Spanish)
        ),
        K::UnassignedCharacter | K::Noncharacter => {
            format!("algo que no es un carácter legible{}", character(detail, Language::Spanish))
        }
        K::FullWidthForm if *detail == Detail::None => {
            "unos caracteres más anchos o más estrechos de lo normal".to_string()
        }
        K::FullWidthForm => format!(
            "un carácter más ancho o más estrecho de lo normal{}",
            character(detail, Language::Spanish)
        ),
        K::LookalikePunctuation => {
            format!("un signo parecido al habitual{}", character(detail, Language::Spanish))
        }
        K::CompatibilityCharacter => {
            format!("una forma especial de un carácter común{}", character(detail, Language::Spanish))
        }
        K::InvalidCharacter => {
            format!("un carácter que ahí no se permite{}", character(detail, Language::Spanish))
        }
        K::Smtputf8 => {
            format!("una letra antes de la @ que aquí no se acepta{}", character(detail, Language::Spanish))
        }
        K::MixedScript => mixed_script(detail),
        K::WholeScriptConfusable => match detail {
            Detail::Script(script) => {
                format!("letras {} en el dominio que se parecen a las latinas", of_script(script))
            }
            _ => "letras del dominio que se parecen a otras".to_string(),
        },
        K::RestrictedCharacter => {
            format!("un carácter poco usual en direcciones{}", character(detail, Language::Spanish))
        }
        K::ProviderRule => {
            format!("un carácter que este proveedor de correo no usa{}", character(detail, Language::Spanish))
        }
        K::LocalPartTooLong => format!("una parte demasiado larga antes de la @{}", size(detail)),
        K::LabelTooLong => format!("una parte del dominio demasiado larga{}", size(detail)),
        K::DomainTooLong => format!("un dominio demasiado largo{}", size(detail)),
        K::AddressTooLong => format!("una dirección demasiado larga{}", size(detail)),
        K::InputTooLong => format!("un texto demasiado largo{}", size(detail)),
        K::ProtectedDomainLookalike => format!("un dominio fácil de confundir con {}", text(detail, "otro")),
        K::ProtectedDomainLabel => {
            format!("un nombre conocido ({}) dentro de otro dominio", text(detail, "un dominio"))
        }
        K::UnknownTld => format!("una terminación de dominio desconocida{}", ending(detail)),
        _ => fixed_subject(kind).to_string(),
    }
}

/// The subjects that never change.
fn fixed_subject(kind: FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::LineBreak => "un salto de línea dentro de la dirección",
        K::ReplacementCharacter => "un carácter estropeado (U+FFFD), resto de una importación defectuosa",
        K::EncodedWord => "un texto codificado que algunos programas de correo convierten en otra dirección",
        K::ALabelLocalPart => {
            "una palabra antes de la @ que empieza por «xn--», que algunos programas de correo leen como otras letras"
        }
        K::RiskyQuoting => {
            "signos o espacios entre comillas, que algunos programas de correo envían a otra persona"
        }
        K::RiskyLiteral => "signos entre corchetes, que algunos programas de correo envían a otra persona",
        K::AngleBrackets => "los signos < > alrededor de la dirección",
        K::DisplayName => "un nombre junto a la dirección",
        K::MailtoScheme => "el «mailto:» de un enlace",
        K::SurroundingPunctuation => "un par de signos alrededor de la dirección",
        K::Comment => "un comentario entre paréntesis",
        K::LeadingPunctuation => "un signo de puntuación antes de la dirección",
        K::TrailingPunctuation => "un signo de puntuación después de la dirección",
        K::ObsoleteRoute => "una ruta de estilo antiguo antes de la dirección",
        K::Group => "el nombre de un grupo alrededor de la dirección",
        K::DisplayNameMismatch => {
            "un nombre o comentario que muestra una dirección distinta de la que recibirá el correo"
        }
        K::SurroundingText => "otro texto alrededor de la dirección",
        K::MultipleAddresses => "más de una dirección",
        K::Empty => "falta la dirección",
        K::EmptyLocalPart => "falta lo que va antes de la @",
        K::EmptyDomain => "falta lo que va después de la @",
        K::MissingAt => "falta la @ en la dirección",
        K::MultipleAt => "más de una @",
        K::LeadingDot => "un punto de más al principio",
        K::TrailingDot => "un punto de más al final",
        K::ConsecutiveDots => "un punto de más en el medio",
        K::UnterminatedQuote => "una comilla que no se cierra",
        K::UnterminatedComment => "un paréntesis que no se cierra",
        K::QuotedLocalPart => "un texto entre comillas antes de la @, que aquí no se acepta",
        K::AddressLiteral => "una dirección de red en lugar de un dominio, que aquí no se acepta",
        K::InvalidLiteral => "un texto entre corchetes que no es una dirección de red",
        K::LabelHyphen => "un guion al principio o al final de una parte del dominio",
        K::NumericTld => "un dominio que termina en un número",
        K::InvalidIdn => "una parte del dominio que no es un nombre válido",
        K::SingleLabelDomain => "un dominio sin terminación como .com",
        K::MixedNumbers => "cifras de dos tipos en una palabra",
        K::CombiningMarks => "un acento en un lugar extraño",
        K::DomainTypo => "un dominio que puede estar mal escrito",
        K::SpecialUseDomain => "un dominio reservado, que no recibe correo común",
        K::UrlPrefix => "algo que empieza como un enlace antes de la dirección",
        K::PercentEncoding => "un texto codificado con %",
        K::DeniedDomain => "un dominio que aquí no se acepta",
        K::NotAllowedDomain => "un dominio que no está entre los que aquí se aceptan",
        K::NotNfc => "una letra y su acento",
        K::RedundantQuotes => "las comillas que no hacen falta",
        K::UppercaseDomain => "las mayúsculas del dominio",
        K::Idn => "un dominio con letras que no son de la a a la z",
        _ => "algo poco usual",
    }
}

/// The whole sentence: in Spanish the verb comes first where something becomes of what was found.
pub(super) fn sentence(kind: FindingKind, detail: &Detail, subject: &str, outcome: &Outcome<'_>) -> String {
    use FindingKind as K;
    let plural = is_plural(kind, detail);
    match outcome {
        Outcome::LeftOut if plural => format!("Se omiten {subject}."),
        Outcome::LeftOut => format!("Se omite {subject}."),
        Outcome::ReadAs(text) if kind == K::Idn => format!("Se escribe {subject} como «{text}»."),
        Outcome::ReadAs(text) if plural => format!("Se leen {subject} como {}.", meant(kind, text)),
        Outcome::ReadAs(text) => format!("Se lee {subject} como {}.", meant(kind, text)),
        Outcome::Remove if kind == K::SurroundingText => {
            format!("{}: ¿usar solo la dirección?", there_is(subject))
        }
        Outcome::Remove if kind == K::MultipleAt => format!("{}: ¿quitar una?", there_is(subject)),
        Outcome::Remove => format!("{}: ¿lo quitamos?", there_is(subject)),
        Outcome::HasToGo => {
            let advice = match kind {
                K::SurroundingText => "escriba solo la dirección, por favor",
                K::MultipleAt => "quite una, por favor",
                // Nobody can remove what is not seen.
                K::BidiOverride => "vuelva a escribir la dirección, por favor",
                _ => "quítelo, por favor",
            };
            format!("{}: {advice}.", there_is(subject))
        }
        Outcome::Replace(_) | Outcome::Change if kind == K::MissingAt => {
            format!("{}: ¿va aquí?", there_is(subject))
        }
        Outcome::Replace(".") if kind == K::InnerSpace => {
            format!("{}: ¿debería ser un punto?", there_is(subject))
        }
        Outcome::Replace(text) => format!("{}: ¿quería decir {}?", there_is(subject), meant(kind, text)),
        Outcome::Change if matches!(kind, K::MixedScript | K::WholeScriptConfusable) => {
            format!("{}: ¿quería decir letras latinas?", there_is(subject))
        }
        Outcome::Change if kind == K::ProviderRule => {
            format!("{}: ¿quería decir letras sin acentos?", there_is(subject))
        }
        Outcome::Change => format!("{}: ¿quería decir otra cosa?", there_is(subject)),
        Outcome::Unusable => {
            let advice = match kind {
                K::Empty => "escriba una, por favor",
                K::MultipleAddresses => "escriba una sola, por favor",
                K::DeniedDomain | K::NotAllowedDomain => "use otra dirección, por favor",
                K::ReplacementCharacter | K::InputTooLong => "vuelva a escribir la dirección, por favor",
                _ => "revise la dirección, por favor",
            };
            format!("{}: {advice}.", there_is(subject))
        }
        Outcome::Doubtful => format!("{}: ¿es correcto?", there_is(subject)),
        Outcome::Told => match kind {
            K::NotNfc => format!("Se unen {subject}."),
            K::RedundantQuotes => format!("Se omiten {subject}."),
            K::UppercaseDomain => format!("Se pasan a minúsculas {subject}: no cambian nada."),
            K::Idn => {
                format!("{} se guarda en la forma que acepta todo programa de correo.", capitalised(subject))
            }
            _ => format!("{}.", there_is(subject)),
        },
    }
}

/// The subject as a sentence's start: some say themselves that something is missing.
fn there_is(subject: &str) -> String {
    if subject.starts_with("falta") { capitalised(subject) } else { format!("Hay {subject}") }
}

/// What the parser was reading.
pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::Address => "la dirección",
        Part::LocalPart => "la parte local",
        Part::QuotedString => "un texto entre comillas",
        Part::Comment => "un comentario",
        Part::Domain => "el dominio",
        Part::DomainLiteral => "un literal de dominio",
    }
}

/// What would stand in the place of what was found, told apart where it looks the same.
fn meant(kind: FindingKind, text: &str) -> String {
    use FindingKind as K;
    match kind {
        K::LookalikePunctuation => format!("el habitual, «{text}»"),
        K::CompatibilityCharacter => format!("la forma común, «{text}»"),
        K::MixedScript | K::WholeScriptConfusable if is_letter(text) => {
            format!("la «{text}» latina")
        }
        _ => format!("«{text}»"),
    }
}

fn mixed_script(detail: &Detail) -> String {
    match detail {
        Detail::Letter { c, script, among } => format!(
            "una {} {} entre letras {}",
            letter(*c, Language::Spanish),
            of_script(script),
            if *among == LATIN { "latinas".to_string() } else { of_script(among) },
        ),
        _ => format!("letras de alfabetos distintos en una palabra{}", character(detail, Language::Spanish)),
    }
}

/// Of that script, by Unicode's name for it. Unicode has English names alone: those few are put into Spanish whose
/// letters are often taken for Latin ones, or that people write beside them; others keep theirs.
fn of_script(name: &str) -> String {
    match name {
        LATIN => "del alfabeto latino".to_string(),
        "Arabic" => "del alfabeto árabe".to_string(),
        "Armenian" => "del alfabeto armenio".to_string(),
        "Cyrillic" => "del alfabeto cirílico".to_string(),
        "Georgian" => "del alfabeto georgiano".to_string(),
        "Greek" => "del alfabeto griego".to_string(),
        "Hebrew" => "del alfabeto hebreo".to_string(),
        _ => format!("de otra escritura ({})", name.replace('_', " ")),
    }
}

fn space(detail: &Detail) -> String {
    named_space(detail, ["un salto de línea", "un espacio"], Language::Spanish)
}

fn size(detail: &Detail) -> String {
    match detail {
        Detail::Size { octets, limit } => format!(" ({octets} bytes; caben {limit})"),
        _ => String::new(),
    }
}

fn ending(detail: &Detail) -> String {
    match detail {
        Detail::Ending { label, list_date } => format!(" ({label}, que no está en la lista del {list_date})"),
        _ => String::new(),
    }
}
