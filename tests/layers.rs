//! The layers of `src/`, read off what its files import: arrows point down only, no stage of `inspect` goes back to an
//! earlier one, and circles only shrink. A call of a method is no import: which file has its `impl` is not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// From the top to the ground. Modules that no `>` parts do not know each other.
const LAYERS: &str = "lib > guide > integrations serde proptest > unasked > inspect > policy > security_profile \
    > address > key > known normalize > syntax > unicode > finding > span";

/// The stages of `inspect`, in order.
const STAGES: [&str; 6] = ["survey", "unwrap", "settle", "faults", "sound", "conclude"];

/// How many modules the largest circle of a layer joins; where none is named, there is none. Note one that shrank, and let
/// none grow.
const CIRCLES: [(&str, usize); 4] = [("finding", 6), ("known", 3), ("policy", 3), ("unicode", 2)];

/// What is known of each module, by its path: `crate::inspect::unwrap`.
type Modules<T> = BTreeMap<String, T>;
type Arrows = Modules<BTreeSet<String>>;

/// The code of the files below a directory, without comments and unit tests.
fn read(directory: &Path, above: &str, code: &mut Modules<String>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let module = if name == "lib" { above.to_owned() } else { format!("{above}::{name}") };
        if path.is_dir() {
            read(&path, &module, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().take_while(|line| *line != "mod tests {");
            let lines: Vec<_> = lines.filter(|line| !line.trim_start().starts_with("//")).collect();
            code.insert(module, lines.join("\n"));
        }
    }
}

/// The paths in a statement, those of a tree one by one: `use a::{b, c::d as e}` has `a::b` and `a::c::d`.
fn paths(statement: &str) -> Vec<String> {
    let (mut paths, mut prefixes, mut before) = (Vec::new(), Vec::new(), "");
    let parts_words = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
    for piece in statement.split_inclusive(parts_words) {
        let word = piece.trim_end_matches(parts_words);
        let path = format!("{}{word}", prefixes.last().map_or("", String::as_str));
        if piece.ends_with('{') {
            prefixes.push(if word.ends_with("::") { path } else { String::new() });
        } else if !["", "as"].contains(&word) && before != "as" && path.contains("::") {
            paths.push(path);
        }
        if piece.ends_with('}') {
            prefixes.pop();
        }
        before = if word.is_empty() { before } else { word };
    }
    paths
}

/// A path of a module from the root. One of another crate seems to lead into the module itself.
fn absolute(mut module: &str, mut path: &str) -> String {
    while let Some(rest) = path.strip_prefix("super::") {
        (module, path) = (module.rsplit_once("::").map_or(module, |(parent, _)| parent), rest);
    }
    if path.starts_with("crate::") { path.to_owned() } else { format!("{module}::{path}") }
}

/// The innermost module on a path, and the name that follows it there.
fn module_and_name<'a>(code: &Modules<String>, path: &'a str) -> (&'a str, &'a str) {
    let mut module = path;
    while !code.contains_key(module) {
        module = module.rsplit_once("::").unwrap().0;
    }
    (module, path[module.len()..].split("::").nth(1).unwrap_or_default())
}

/// The modules, and those that each imports from. A name leads to the module that has it, through any that pass it on.
fn arrows() -> Arrows {
    let mut code = Modules::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "crate", &mut code);
    let (mut imports, mut passed_on) = (Vec::new(), BTreeMap::new());
    for (module, text) in &code {
        for statement in text.split(';') {
            let is_pub_use = |line: &str| line.trim_start().starts_with("pub") && line.contains(" use ");
            let is_facade = statement.lines().any(is_pub_use);
            for path in paths(statement).iter().map(|path| absolute(module, path)) {
                let target = module_and_name(&code, &path).0;
                if target == module {
                    continue;
                }
                // To show what its children have is what a facade is for.
                if !(is_facade && is_in(target, module)) {
                    imports.push((module, path.clone()));
                }
                passed_on.insert(format!("{module}::{}", path.rsplit("::").next().unwrap()), path);
            }
        }
    }
    let mut arrows: Arrows = code.keys().map(|module| (module.clone(), BTreeSet::new())).collect();
    for (module, path) in imports {
        let (mut target, mut name) = module_and_name(&code, &path);
        while let Some(further) = passed_on.get(&format!("{target}::{name}")) {
            (target, name) = module_and_name(&code, further);
        }
        if target != module {
            arrows.get_mut(module).unwrap().insert(target.to_owned());
        }
    }
    arrows
}

/// All that a module imports, and what that imports in its turn.
fn reached<'a>(arrows: &'a Arrows, module: &str) -> BTreeSet<&'a String> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![&arrows[module]]);
    while let Some(imports) = next.pop() {
        next.extend(imports.iter().filter(|import| reached.insert(*import)).map(|import| &arrows[import]));
    }
    reached
}

fn is_in(module: &str, other: &str) -> bool {
    module.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn layer(module: &str) -> &str {
    module.split("::").nth(1).unwrap_or("lib")
}

#[test]
fn arrows_between_layers_point_down() {
    let rank = |layer: &str| {
        let row = LAYERS.split('>').position(|row| row.split_whitespace().any(|name| name == layer));
        row.unwrap_or_else(|| panic!("`{layer}` is in no layer: name it in LAYERS"))
    };
    for (module, imports) in arrows() {
        for import in imports {
            let (from, to) = (layer(&module), layer(&import));
            assert!(from == to || rank(from) < rank(to), "{module} imports {import}, which is not below it");
        }
    }
}

#[test]
fn no_stage_goes_back_to_an_earlier_one() {
    let arrows = arrows();
    for (place, stage) in STAGES.iter().enumerate() {
        let reached = reached(&arrows, &format!("crate::inspect::{stage}"));
        for later in &STAGES[place + 1..] {
            let later = format!("crate::inspect::{later}");
            let back = reached.iter().find(|module| is_in(module, &later));
            assert_eq!(back, None, "`{stage}` runs before what its imports lead to");
        }
    }
}

#[test]
fn circles_only_shrink() {
    let mut arrows = arrows();
    // Where arrows point down, each circle lies in one layer.
    for (module, imports) in &mut arrows {
        imports.retain(|import| layer(import) == layer(module));
    }
    let reached: BTreeMap<_, _> = arrows.keys().map(|module| (module, reached(&arrows, module))).collect();
    let mut circles: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
    for (module, others) in &reached {
        let circle: BTreeSet<_> =
            others.iter().copied().filter(|other| reached[other].contains(module)).collect();
        let largest = circles.entry(layer(module)).or_default();
        if circle.len() > largest.len() {
            *largest = circle;
        }
    }
    for (layer, circle) in circles {
        let noted = CIRCLES.iter().find(|(noted, _)| *noted == layer).map_or(0, |(_, size)| *size);
        assert_eq!(circle.len(), noted, "the modules of `{layer}` that import each other: {circle:#?}");
    }
}
