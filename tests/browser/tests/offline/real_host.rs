//! A copy that is kept from a server with the site's own policy: its headers, its redirects of
//! old addresses, its compressed files.

use std::env;
use std::path::PathBuf;

use lscb_browser::bench::server::Server;
use lscb_browser::dist::built;
use lscb_browser::engine::Engine;
use lscb_browser::published::publisher;
use lscb_browser::runner::in_every_engine;

use super::support::{FROM_COPY, keep, until_says};

const BASE: &str = "/lscb-site/";

#[test]
fn a_copy_of_a_real_host_is_whole_and_knows_old_addresses() {
    let dist = PathBuf::from(env::var_os("LSCB_DIST").expect("LSCB_DIST names the built site"));
    in_every_engine(async |browser| {
        let server = Server::at(&publisher(), &dist, BASE);
        let url = |path: &str| server.url(&format!("{BASE}{path}"));
        let offline = url("offline/");
        browser.goto(&offline).await.expect("the page of copies");
        until_says(browser, "No copy is kept").await;
        keep(browser).await;
        let [contact, old] = [
            url("contact/"),
            url("about-us/governance-and-structure/print"),
        ];
        drop(server);

        browser.goto(&contact).await.expect("a page of the copy");
        // WebKit takes the page from its own cache when nothing listens at the host any more.
        if browser.engine() != Engine::WebKit {
            browser.until(&format!("{FROM_COPY}?.textContent")).await;
        }
        let title = built().page("/contact/").words("main h1");
        browser
            .until(&format!(
                "document.querySelector('h1').textContent === '{title}'"
            ))
            .await;
        browser.goto(&old).await.expect("an old address");
        let page = built().page("/governance-and-structure/");
        let (title, route) = (page.words("main h1"), "document.body?.dataset.route");
        browser
            .until(&format!("{route} === '/governance-and-structure/'"))
            .await;
        browser
            .until(&format!(
                "document.querySelector('h1').textContent === '{title}'"
            ))
            .await;
    });
}
