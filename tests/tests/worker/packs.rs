//! Loading and copying packs as folders and zips.

use std::fs;

use missiv_tests::Place;

use crate::pack::{Group, profile, write_pack};

#[test]
fn a_loaded_template_is_found_where_it_was_loaded_to() {
    let group = Group::with("");
    let place = &group.place;
    let load = [
        "template",
        "load",
        "packs/templates/prov",
        "--packs",
        "mine",
    ];
    let answer = place.missiv(load).succeeded();
    assert!(answer.stdout.contains("”prov” är inläst"), "{answer}");
    assert!(place.path("mine/templates/prov.zip").is_file());
    fs::remove_dir_all(place.path("packs")).unwrap();
    let begin = ["begin", "g.missiv", "prov", "2026", "--packs", "mine"];
    let _ = place.missiv(begin).succeeded();
    let _ = group.export("2026").succeeded();
}

#[test]
fn a_template_copied_as_a_zip_is_loaded_as_it_was() {
    let place = Place::new();
    let list = place
        .missiv(["template", "list", "--json"])
        .succeeded()
        .json();
    for id in list["templates"].as_array().unwrap() {
        let zip = format!("{}.zip", id.as_str().unwrap());
        let _ = place
            .missiv(["template", "copy", id.as_str().unwrap(), &zip])
            .succeeded();
        let _ = place
            .missiv(["template", "load", &zip, "--packs", "mine"])
            .succeeded();
        let kept = fs::read(place.path(format!("mine/templates/{zip}"))).unwrap();
        assert!(kept == fs::read(place.path(&zip)).unwrap(), "{zip}");
    }
}

#[test]
fn a_profile_is_loaded_and_a_group_may_name_it() {
    let place = Place::new();
    let id = profile(&place);
    let zip = format!("{id}.zip");
    let _ = place.missiv(["template", "copy", &id, &zip]).succeeded();
    let _ = place
        .missiv(["profile", "load", &zip, "--packs", "mine"])
        .succeeded();
    assert!(place.path(format!("mine/profiles/{zip}")).is_file());
    let new = [
        "new",
        "g.missiv",
        "--profile",
        &id,
        "--group",
        "G",
        "--packs",
        "mine",
    ];
    let _ = place.missiv(new).succeeded();
}

#[test]
fn a_pack_under_another_name_than_its_id_is_not_loaded() {
    let place = Place::new();
    write_pack(&place.path("annat"), &place, "");
    let answer = place
        .missiv(["template", "load", "annat", "--packs", "mine"])
        .failed_with(3);
    assert!(
        answer
            .stdout
            .contains("heter ”annat”, men i template.toml står id ”prov”"),
        "{answer}"
    );
    assert!(!place.path("mine").exists());
}

#[test]
fn a_template_whose_example_cannot_be_set_is_not_loaded() {
    let place = Place::new();
    let list = place
        .missiv(["template", "list", "--json"])
        .succeeded()
        .json();
    let id = list["templates"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .as_str()
        .unwrap();
    let _ = place.missiv(["template", "copy", id, id]).succeeded();
    place.write(format!("{id}/main.typ"), "#range(300000000)");
    let answer = place
        .missiv(["template", "load", id, "--packs", "mine"])
        .failed_with(3);
    assert!(answer.stdout.contains("examples/empty.json: "), "{answer}");
    assert!(!place.path("mine").exists());
}

#[test]
fn what_is_no_pack_is_refused_with_a_sentence() {
    let place = Place::new();
    place.write("a.zip", "no zip");
    for (words, wanted) in [
        (
            ["template", "load", "a.zip", "--packs", "mine"].as_slice(),
            "ingen zip-fil",
        ),
        (&["template", "load", "b.zip", "--packs", "mine"], "b.zip"),
        (&["template", "load", "a.zip"], "--packs"),
        (
            &["profile", "load", "a.zip", "--packs", "mine"],
            "ingen zip-fil",
        ),
    ] {
        let answer = place.missiv(words).failed_with(1);
        assert!(answer.stderr.contains(wanted), "{words:?}: {answer}");
    }
    assert!(!place.path("mine").exists());
}

#[test]
fn a_template_that_somebody_works_on_is_not_hidden() {
    let group = Group::with("");
    let load = [
        "template",
        "load",
        "packs/templates/prov",
        "--packs",
        "packs",
    ];
    let answer = group.place.missiv(load).failed_with(1);
    assert!(answer.stderr.contains("finns redan"), "{answer}");
}
