//! `staticwebapp.config.json`: Azure Static Web Apps
//! (learn.microsoft.com/azure/static-web-apps/configuration).
//!
//! There is no `navigationFallback`, which would send missing files with status 200.

use serde_json::{Map, Value, json};

use crate::policy::{Class, HASHED, Policy, media};

/// The longest configuration that the host takes, in bytes.
const LIMIT: usize = 20 * 1024;

/// The configuration with as many redirects as fit into the limit: for each old address with and
/// without a final slash, without alone, or none. The redirect pages work in any case.
pub(super) fn config(policy: &Policy) -> String {
    let plain = policy.moved.iter();
    let plain: Vec<(String, &str)> = plain
        .map(|(from, to)| (format!("/{from}"), to.as_str()))
        .collect();
    let slashed = plain.iter().map(|(from, to)| (format!("{from}/"), *to));
    let both: Vec<_> = plain.iter().cloned().chain(slashed).collect();
    let all = [&both[..], &plain, &[]].map(|moved| with_moved(policy, moved));
    let fits = |config: &&String| config.len() <= LIMIT;
    all.iter().find(fits).unwrap_or(&all[2]).clone()
}

fn with_moved(policy: &Policy, moved: &[(String, &str)]) -> String {
    let headers = policy.headers().into_iter();
    let mut headers: Map<_, _> = headers
        .map(|(name, value)| (name.to_owned(), Value::from(value)))
        .collect();
    let checked = Class::Checked.cache_control();
    headers.insert("Cache-Control".into(), checked.into());
    let types = media::TYPES.iter();
    let types: Map<_, _> = types
        .map(|(extension, media)| (format!(".{extension}"), Value::from(*media)))
        .collect();
    let hashed = HASHED.iter().map(|folder| {
        let forever = Class::Hashed.cache_control();
        json!({ "route": format!("/{folder}/*"), "headers": { "Cache-Control": forever } })
    });
    let moved = moved
        .iter()
        .map(|(from, to)| json!({ "route": from, "redirect": to, "statusCode": 301 }));
    let routes: Vec<Value> = hashed.chain(moved).collect();
    let config = json!({
        "globalHeaders": headers,
        "mimeTypes": types,
        "responseOverrides": { "404": { "rewrite": "/404.html" } },
        "routes": routes,
    });
    format!("{config}\n")
}
