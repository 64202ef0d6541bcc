use lscb_publish::policy::{Class, media_of};
use serde_json::Value;

use super::{DEPLOYED, PATHS};

fn config() -> Value {
    let text = DEPLOYED.text("staticwebapp.config.json");
    assert!(
        text.len() <= 20 * 1024,
        "{} bytes: the host takes 20 KiB",
        text.len()
    );
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn headers_and_caching_are_those_of_the_policy() {
    let config = config();
    let global = config["globalHeaders"].as_object().expect("headers");
    let mut found: Vec<(String, String)> = global
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned()))
        .collect();
    found.sort();
    let mut expected = DEPLOYED.headers();
    expected.push((
        "Cache-Control".into(),
        Class::Checked.cache_control().into(),
    ));
    expected.sort();
    assert_eq!(found, expected);

    let routes = config["routes"].as_array().expect("routes");
    for (path, status) in PATHS.into_iter().filter(|(_, status)| *status == 200) {
        let path_here = format!("/{path}");
        let fits = |route: &&Value| {
            let route = route["route"].as_str().expect("a route");
            match route.strip_suffix('*') {
                Some(start) => path_here.starts_with(start),
                None => path_here == route,
            }
        };
        // The first that fits; its header replaces the global one.
        let own = routes
            .iter()
            .find(fits)
            .map(|it| &it["headers"]["Cache-Control"]);
        let cache = own.unwrap_or(&global["Cache-Control"]);
        assert_eq!(cache, Class::of(path, status).cache_control(), "{path}");
    }
}

#[test]
fn what_is_missing_is_missing() {
    let config = config();
    assert_eq!(config["responseOverrides"]["404"]["rewrite"], "/404.html");
    assert_eq!(config.get("navigationFallback"), None, "it answers 200");
}

#[test]
fn types_and_old_addresses_are_named() {
    let config = config();
    for path in DEPLOYED.site.files().keys() {
        let Some((_, extension)) = path.rsplit_once('.').filter(|_| !path.starts_with('.')) else {
            continue;
        };
        if extension == "config" || path.starts_with('_') {
            continue;
        }
        let media = &config["mimeTypes"][format!(".{extension}")];
        assert_eq!(media, media_of(path), "{path}");
    }
    let routes = config["routes"].as_array().expect("routes");
    for (from, to) in &DEPLOYED.policy.moved {
        let route = routes.iter().find(|it| it["route"] == format!("/{from}"));
        let route = route.unwrap_or_else(|| panic!("{from}"));
        assert_eq!(
            (&route["redirect"], &route["statusCode"]),
            (&(*to).clone().into(), &301.into())
        );
    }
}
