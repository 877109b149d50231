//! The cleaned list, and the files that it must not harm.

use std::fs;

use crate::run::List;

const ROWS: &str = "Email,Name\nana@example.com ,Ana\n";

#[test]
fn repairs_what_is_plain_and_leaves_what_is_not() {
    let list = List::new(
        "Name,Email,CC Email\n\
         Ana,<ana@example.com>,\n\
         Eva,eva.example.com,\" ben@example.com; no address\"\n\
         Luis,,\n",
    );
    let cleaned = String::from_utf8(list.cleaned()).expect("text");
    let mut reader = csv::Reader::from_reader(cleaned.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows[0][..4], ["Ana", "ana@example.com", "", "Repaired"]);
    assert!(rows[0][4].starts_with("Email: "), "{}", rows[0][4]);
    assert_eq!(rows[1][1], "eva.example.com");
    assert_eq!(rows[1][2].trim_start(), "ben@example.com; no address");
    assert_eq!(rows[1][3], "Rejected");
    assert!(rows[1][4].contains("CC Email: "), "{}", rows[1][4]);
    assert_eq!(rows[2], ["Luis", "", "", "", ""]);
}

#[test]
fn speaks_the_chosen_language() {
    let list = List::new(ROWS);
    let target = list.beside("limpia.csv");
    let run = list.review(&["--language", "es", "-o", &target.to_string_lossy()]);
    assert_eq!(run.status, Some(0));
    let cleaned = fs::read_to_string(target).expect("written");
    assert!(cleaned.starts_with("Email,Name,veredicto,nota\nana@example.com,Ana,Reparada,"), "{cleaned}");
}

#[test]
fn the_columns_of_an_earlier_review_are_written_anew() {
    let list = List::new(ROWS);
    for _ in 0..2 {
        assert_eq!(list.review(&["--in-place"]).status, Some(0));
    }
    let cleaned = fs::read_to_string(&list.path).expect("readable");
    assert_eq!(cleaned, "Email,Name,verdict,note\nana@example.com,Ana,Clean,\n");
}

#[test]
fn in_place_alone_replaces_the_input() {
    let list = List::new(ROWS);
    let path = list.path.to_string_lossy().into_owned();
    let run = list.review(&["--output", &path]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.error, format!("review: {path} is the input itself; --in-place allows overwriting it.\n"));
    assert_eq!(fs::read_to_string(&list.path).expect("readable"), ROWS);

    assert_eq!(list.review(&["--output", &path, "--in-place"]).status, Some(0));
    let cleaned = fs::read_to_string(&list.path).expect("readable");
    assert!(cleaned.starts_with("Email,Name,verdict,note\nana@example.com,Ana,Repaired,"), "{cleaned}");
    assert_eq!(list.names(), ["list.csv"]);

    let elsewhere = list.beside("other.csv");
    let run = list.review(&["--output", &elsewhere.to_string_lossy(), "--in-place"]);
    assert_eq!(run.status, Some(2));
    assert!(!elsewhere.exists());
}

#[test]
#[cfg(unix)]
fn a_link_to_the_input_is_the_input() {
    let list = List::new(ROWS);
    let [soft, hard] = ["soft.csv", "hard.csv"].map(|name| list.beside(name));
    std::os::unix::fs::symlink("list.csv", &soft).expect("a link");
    fs::hard_link(&list.path, &hard).expect("a link");
    let roundabout = list.folder.path().join("..").join(list.folder.path().file_name().expect("a name"));
    for path in [&soft, &hard, &roundabout.join("list.csv")] {
        let run = list.review(&["--output", &path.to_string_lossy()]);
        assert_eq!(run.status, Some(2), "{run:?}");
        assert!(run.error.contains("--in-place"), "{run:?}");
        assert_eq!(fs::read_to_string(path).expect("readable"), ROWS);
    }

    // Reviewed in place through a link, the list is replaced, not the link.
    assert_eq!(list.review(&["--in-place", "-o", &soft.to_string_lossy()]).status, Some(0));
    assert!(fs::read_to_string(&list.path).expect("readable").contains("Repaired"));
    assert!(fs::symlink_metadata(&soft).expect("still there").is_symlink());
}

#[test]
#[cfg(unix)]
fn the_permissions_of_a_replaced_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let list = List::new(ROWS);
    fs::set_permissions(&list.path, fs::Permissions::from_mode(0o640)).expect("changed");
    assert_eq!(list.review(&["--in-place"]).status, Some(0));
    assert_eq!(fs::metadata(&list.path).expect("there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn only_a_file_is_replaced() {
    let list = List::new(ROWS);
    let folder = list.beside("folder");
    fs::create_dir(&folder).expect("a folder");
    let run = list.review(&["-o", &folder.to_string_lossy()]);
    assert_eq!(run.status, Some(2));
    assert!(run.error.contains("is not a regular file and will not be replaced"), "{run:?}");

    let run = list.review(&["-o", &list.beside("nowhere/cleaned.csv").to_string_lossy()]);
    assert_eq!(run.status, Some(2));
    assert!(run.error.contains("cannot be written: there is no such file or folder."), "{run:?}");
}

#[test]
fn a_repair_makes_no_formula() {
    let list = List::new("Email\n<=1+1@example.com>\n");
    let cleaned = String::from_utf8(list.cleaned()).expect("text");
    assert!(cleaned.contains("\n<=1+1@example.com>,Doubtful,"), "{cleaned}");
    assert_eq!(list.review(&[]).status, Some(1));
}
