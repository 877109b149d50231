//! The layers of `src/`, held by what its files import: an arrow points down only, and no circle grows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// From the top to the ground. Neighbours in one row do not know each other.
const LAYERS: [&[&str]; 13] = [
    &["lib"],
    &["integrations", "serde", "proptest"],
    &["unasked"],
    &["inspect"],
    &["policy"],
    &["security_profile"],
    &["address"],
    &["key"],
    &["known", "normalize"],
    &["syntax"],
    &["unicode"],
    &["finding"],
    &["span"],
];

/// The most modules that may import each other in a circle.
const CIRCLE_MAX: usize = 1;

/// What each module imports. A module is named as its file is, without `src/` and `.rs`.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The sources by module, without comments and unit tests, which may import what they like.
fn sources(directory: &Path, sources: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            self::sources(&path, sources);
        } else if let Some(module) = path.to_str().and_then(|path| path.strip_suffix(".rs")) {
            let (_, module) = module.rsplit_once("/src/").unwrap();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().lines();
            let code: Vec<&str> = code.filter(|line| !line.trim_start().starts_with("//")).collect();
            sources.insert(module.to_owned(), code.join("\n"));
        }
    }
}

/// The paths of the tree of a `use`, with the name that each brings: `a::{b, c as d}` is `a::b` and `a::c`.
fn paths(tree: &str, before: &str, found: &mut Vec<String>) {
    let (mut depth, mut start) = (0, 0);
    for (at, c) in tree.char_indices().chain([(tree.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = tree[start..at].trim();
                start = at + 1;
                match branch.split_once('{') {
                    Some((prefix, inner)) => {
                        paths(inner.strip_suffix('}').unwrap(), &format!("{before}{prefix}"), found)
                    }
                    None if !branch.is_empty() => found.push(format!("{before}{branch}")),
                    None => {}
                }
            }
            _ => {}
        }
    }
}
