//! The sentences in Spanish.

use std::io;

use normail::{Language, visible};

use super::{Problem, names, shown};

pub(super) fn sentence(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::NoFile => "No se indicó ningún archivo; `review --help` explica cómo.".into(),
        P::SecondFile(name) => {
            format!("Un solo archivo cada vez, por favor: {} sobra.", visible(name))
        }
        P::UnknownOption(option) => {
            format!("No existe la opción {}; `review --help` las enumera.", visible(option))
        }
        P::MissingValue(option) => format!("La opción {} necesita un valor.", visible(option)),
        P::UnexpectedValue(option) => format!("La opción {} no lleva ningún valor.", visible(option)),
        P::UnknownLanguage(name) => {
            format!("El idioma es en o es, no {}.", visible(name))
        }
        P::OutputIsInput(path) => {
            format!("{} es la propia entrada; --in-place permite sobrescribirla.", shown(path))
        }
        P::InPlaceElsewhere => {
            "--in-place sobrescribe la entrada, pero --output nombra otro archivo: elija uno.".into()
        }
        P::InPlaceStream(path) => {
            format!("{} no es un archivo normal, así que --in-place no puede sobrescribirlo.", shown(path))
        }
        P::CannotRead(path, error) => {
            format!("No se puede leer {}: {}.", shown(path), reason(error))
        }
        P::IsFolder(path) => format!("{} es una carpeta, no un archivo.", shown(path)),
        P::BadDomains(path, error) => {
            format!("{} no es una lista de dominios: {}.", shown(path), error.message(Language::Spanish))
        }
        P::Empty(path) => format!("{} está vacío: no tiene ni encabezado.", shown(path)),
        P::Undecodable(fault) => fault.spanish(),
        P::ReadingStopped(error) => {
            format!("No se puede leer el archivo hasta el final: {}.", reason(error))
        }
        P::NoEmailColumn { columns } => {
            let columns = names(columns);
            format!(
                "Ninguna columna parece de correos electrónicos; indíquela con --column. Las columnas: {columns}."
            )
        }
        P::NoSuchColumn { name, columns } => {
            format!("No existe la columna {}. Las columnas: {}.", visible(name), names(columns))
        }
        P::Ragged { line, found, expected } => {
            let fields = if *found == 1 { "1 campo".into() } else { format!("{found} campos") };
            format!("La línea {line} tiene {fields}, pero el encabezado tiene {expected}.")
        }
        P::CannotWrite(path, error) => {
            format!("No se puede escribir {}: {}.", shown(path), reason(error))
        }
        P::NotAFile(path) => {
            format!("{} no es un archivo normal y no se reemplazará.", shown(path))
        }
        P::CannotPrint(error) => {
            format!("No se puede mostrar la revisión: {}.", reason(error))
        }
    }
}

/// The system says it in English only, so the usual reasons have words here.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no existe ese archivo o carpeta".into(),
        io::ErrorKind::PermissionDenied => "no hay permiso".into(),
        io::ErrorKind::InvalidData => "no es texto UTF-8".into(),
        io::ErrorKind::StorageFull => "el disco está lleno".into(),
        _ => error.to_string(),
    }
}
