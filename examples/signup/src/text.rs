//! Everything that a person reads, in each language. What is odd about an address is said by the findings themselves.

use normail::Language;

/// A sentence around an address: what stands before it, what behind.
pub(crate) type Around = [&'static str; 2];

pub(crate) struct Text {
    pub(crate) language: Language,

    pub(crate) sign_up: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) submit: &'static str,

    pub(crate) problem: &'static str,
    pub(crate) you_wrote: &'static str,
    pub(crate) unseen: &'static str,
    pub(crate) did_you_mean: Around,
    pub(crate) is_it_right: &'static str,
    pub(crate) take: Around,
    pub(crate) keep: &'static str,
    pub(crate) or_change: &'static str,

    pub(crate) done: &'static str,
    pub(crate) written_to: Around,
    pub(crate) repaired: &'static str,

    pub(crate) failed: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) unreadable: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) our_fault: &'static str,
    pub(crate) back: &'static str,

    pub(crate) welcome: LetterText,
    pub(crate) known: LetterText,
    pub(crate) held: LetterText,
}

pub(crate) struct LetterText {
    pub(crate) subject: &'static str,
    pub(crate) body: &'static str,
}

pub(crate) const TEXTS: [&Text; 2] = [&ENGLISH, &SPANISH];

pub(crate) static ENGLISH: Text = Text {
    language: Language::English,

    sign_up: "Sign up",
    label: "Your e-mail address",
    hint: "One address, such as ana@example.com.",
    submit: "Sign up",

    problem: "Please look at the address again",
    you_wrote: "You wrote:",
    unseen: "Characters that cannot be seen are shown by their codes.",
    did_you_mean: ["Did you mean ", "?"],
    is_it_right: "Is it right as you wrote it?",
    take: ["Use ", ""],
    keep: "Keep it as I wrote it",
    or_change: "Or change it below.",

    done: "Check your inbox",
    written_to: ["We are writing to ", ". The message says what comes next."],
    repaired: "We tidied up what you wrote",

    failed: "That did not work",
    too_large: "That was far too long for an address.",
    unreadable: "The form could not be read.",
    not_found: "There is no such page.",
    our_fault: "Something went wrong on our side. Please try again later.",
    back: "To the form",

    welcome: LetterText {
        subject: "Welcome",
        body: "Somebody, we hope you, signed up with this address. \
            If it was not you, answer this message and we delete the account.",
    },
    known: LetterText {
        subject: "You have an account already",
        body: "Somebody, we hope you, signed up with an address of this mailbox, which has an account already. \
            Nothing was changed. If it was not you, there is nothing to do.",
    },
    held: LetterText {
        subject: "Your address looks like another",
        body: "Somebody, we hope you, signed up with this address. \
            It can be taken for the address of another account, so it waits for one of us to look at it. \
            If it is spelt as you meant it, answer this message. If it is not, sign up again.",
    },
};

static SPANISH: Text = Text {
    language: Language::Spanish,

    sign_up: "Registro",
    label: "Su dirección de correo",
    hint: "Una sola dirección, como ana@example.com.",
    submit: "Registrarme",

    problem: "Revise la dirección, por favor",
    you_wrote: "Usted escribió:",
    unseen: "Los caracteres que no se ven se muestran con su código.",
    did_you_mean: ["¿Quería decir ", "?"],
    is_it_right: "¿Es correcta tal como la escribió?",
    take: ["Usar ", ""],
    keep: "Dejarla como la escribí",
    or_change: "O cámbiela más abajo.",

    done: "Revise su correo",
    written_to: ["Vamos a escribir a ", ". El mensaje dice cómo seguir."],
    repaired: "Hemos arreglado lo que escribió",

    failed: "No ha funcionado",
    too_large: "Era demasiado largo para ser una dirección.",
    unreadable: "No se pudo leer el formulario.",
    not_found: "Esa página no existe.",
    our_fault: "Algo ha fallado por nuestra parte. Inténtelo más tarde, por favor.",
    back: "Al formulario",

    welcome: LetterText {
        subject: "Le damos la bienvenida",
        body: "Alguien, esperamos que usted, se registró con esta dirección. \
            Si no fue usted, responda a este mensaje y borraremos la cuenta.",
    },
    known: LetterText {
        subject: "Ya tiene una cuenta",
        body: "Alguien, esperamos que usted, se registró con una dirección de este buzón, que ya tiene una cuenta. \
            No se cambió nada. Si no fue usted, no tiene que hacer nada.",
    },
    held: LetterText {
        subject: "Su dirección se parece a otra",
        body: "Alguien, esperamos que usted, se registró con esta dirección. \
            Se puede confundir con la de otra cuenta, así que espera a que uno de nosotros la mire. \
            Si está escrita como usted quería, responda a este mensaje. Si no, regístrese de nuevo.",
    },
};
