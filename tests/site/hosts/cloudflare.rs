use std::collections::BTreeMap;

use lscb_publish::policy::Class;

use super::{DEPLOYED, PATHS};

type Headers = BTreeMap<String, Vec<String>>;

/// Rules as both hosts read them: a pattern at the start of a line, its headers below it.
fn rules(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        if line.starts_with(' ') {
            let (name, value) = line.trim().split_once(": ").expect("a header");
            let (_, headers) = rules.last_mut().expect("a pattern before it");
            headers.push((name.into(), value.into()));
        } else {
            rules.push((line.into(), Vec::new()));
        }
    }
    rules
}

/// All rules that fit add up.
fn answer(path: &str) -> Headers {
    let mut answer = Headers::new();
    for (pattern, headers) in rules(&DEPLOYED.text("_headers")) {
        let start = pattern.strip_suffix('*').expect("a star at the end");
        if format!("/{path}").starts_with(start) {
            for (name, value) in headers {
                answer.entry(name).or_default().push(value);
            }
        }
    }
    answer
}

#[test]
fn headers_are_those_of_the_policy_and_none_is_there_twice() {
    for (path, status) in PATHS {
        let mut answer = answer(path);
        let cache = answer.remove("Cache-Control");
        let found: Vec<_> = answer
            .into_iter()
            .flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)))
            .collect();
        assert_eq!(found, DEPLOYED.headers(), "{path}");
        // What is asked for each time is left to the hosts: theirs asks too.
        let expected = match Class::of(path, status) {
            Class::Hashed => Some(vec![Class::Hashed.cache_control().to_owned()]),
            _ => None,
        };
        assert_eq!(cache, expected, "{path}");
    }
}

#[test]
fn old_addresses_lead_on_with_a_slash_and_without() {
    let text = DEPLOYED.text("_redirects");
    let found: Vec<Vec<&str>> = text.lines().map(|line| line.split(' ').collect()).collect();
    assert!(!DEPLOYED.policy.moved.is_empty());
    for (from, to) in &DEPLOYED.policy.moved {
        for from in [format!("/{from}"), format!("/{from}/")] {
            let rule = vec![from.as_str(), to, "301"];
            assert!(found.contains(&rule), "{from}");
        }
    }
    // Cloudflare Pages takes so many.
    assert!(found.len() <= 2_000);
}
