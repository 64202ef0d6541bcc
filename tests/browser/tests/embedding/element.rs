//! `<lscb-section>`: its attributes, its events, and what it does when there is nothing to show.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use serde_json::{Value, json};

use super::support::{FRAME, Fixture, INNER, assert_untouched, until_whole, words};

const ELEMENT: &str = "document.querySelector('lscb-section')";

/// Shortens how long the element waits to a twentieth.
const SHORT_TIMEOUTS: &str = "<script>
    const own = setTimeout;
    window.setTimeout = (act, time) => own(act, time === 10000 ? time / 20 : time);
</script>";

fn element(attributes: &str) -> String {
    format!(
        "<lscb-section {attributes}><p><a href=\"{{site}}contact/\">How to reach the board</a></p></lscb-section>\
         {{script}}"
    )
}

/// What the element has told, without the heights.
async fn told(browser: &Browser, kind: &str) -> Vec<Value> {
    browser
        .value(&format!(
            "host.events.filter(({{ type }}) => type === 'lscb-{kind}').map(({{ detail }}) => detail)"
        ))
        .await
}

/// The words of the host stand, and there is no frame.
async fn assert_words_stand(browser: &Browser) {
    assert!(
        browser
            .value::<bool>(&format!("{ELEMENT}.querySelector('a').checkVisibility()"))
            .await
    );
    assert!(!browser.value::<bool>(&format!("!!({INNER})")).await);
}

#[test]
fn what_happens_in_the_frame_is_told() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &element("section=\"/about-us/\""))
            .await;
        until_whole(browser, INNER).await;
        browser.until("host.events.length >= 2").await;
        let height: f64 = browser.value("host.events[0].detail.height").await;
        assert!(height > 80.0, "{height}");
        let title = built().page("/embed/section/about-us/").words("title");
        let first = &told(browser, "ready").await[0];
        assert_eq!(first["title"], title);
        assert_eq!(
            told(browser, "route").await[0]["path"],
            "embed/section/about-us/"
        );

        browser
            .run_within(
                INNER,
                "document.querySelector('a[href$=\"independent-chair/\"]').click()",
            )
            .await;
        browser
            .until("host.events.filter(({ type }) => type === 'lscb-route').length >= 2")
            .await;
        let route = told(browser, "route").await.pop().expect("a route");
        assert_eq!(route["path"], "embed/section/about-us/independent-chair/");
        until_whole(browser, INNER).await;
        assert_eq!(told(browser, "error").await, [] as [Value; 0]);
        assert_untouched(browser).await;
    });
}

#[test]
fn attributes_are_what_the_frame_is_asked_for() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let attributes =
            "page=\"contact\" theme=\"dark\" density=\"compact\" heading=\"4\" lang=\"en\"";
        fixture.open_page(browser, &element(attributes)).await;
        until_whole(browser, INNER).await;
        // The colours come with the style, which may take a moment longer than the page.
        let scheme = "getComputedStyle(document.documentElement).colorScheme";
        browser
            .within::<bool>(INNER, &format!("{scheme} !== 'normal' || null"))
            .await;
        let seen: Value = browser.within(INNER,
            &format!(
                "[document.querySelector('main :is(h1, h2, h3, h4, h5, h6)').localName, document.documentElement.lang,
                  document.documentElement.dataset.density, {scheme}]"
            ),
        )
        .await;
        assert_eq!(seen, json!(["h4", "en", "compact", "dark"]));

        // Colours are changed in the frame as it stands, all else in another frame.
        browser.run_within(INNER, "window.marked = true").await;
        browser
            .run(&format!("{ELEMENT}.setAttribute('theme', 'light')"))
            .await;
        let scheme = "getComputedStyle(document.documentElement).colorScheme === 'light' || null";
        browser.within::<bool>(INNER, scheme).await;
        assert!(
            browser
                .within::<bool>(INNER, "window.marked === true")
                .await
        );
        browser
            .run(&format!("{ELEMENT}.setAttribute('heading', '5')"))
            .await;
        browser
            .within::<bool>(INNER, "document.querySelector('main h5') ? true : null")
            .await;
        assert!(
            !browser
                .within::<bool>(INNER, "window.marked === true")
                .await
        );
        until_whole(browser, INNER).await;
        assert_eq!(told(browser, "error").await, [] as [Value; 0]);
        assert_untouched(browser).await;
    });
}

#[test]
fn the_hosts_colours_are_taken_as_a_set_that_can_be_read() {
    const BACKGROUND: &str = "getComputedStyle(document.body).backgroundColor";
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let colours = "--lscb-ink: #102030; --lscb-paper: #fef0d8; --lscb-link: #003070";
        let body = format!(
            "<div style=\"{colours}\">{}</div>",
            element("page=\"/contact/\"")
        );
        fixture.open_page(browser, &body).await;
        until_whole(browser, INNER).await;
        let own = "getComputedStyle(document.documentElement).getPropertyValue('--paper')";
        assert_eq!(browser.within::<String>(INNER, own).await, "#fef0d8");

        // Pale on pale is not taken.
        let pale = body.replace("#102030", "#fdfdfd");
        fixture.open_page(browser, &pale).await;
        until_whole(browser, INNER).await;
        assert_ne!(browser.within::<String>(INNER, own).await, "#fef0d8");
        let background: String = browser.within(INNER, BACKGROUND).await;
        assert_ne!(background, "rgb(254, 240, 216)");
        assert_untouched(browser).await;
    });
}

#[test]
fn what_cannot_be_asked_for_is_told_in_words() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let attributes =
            "page=\"/contact/\" theme=\"pink\" heading=\"7\" density=\"\" height=\"tall\"";
        fixture.open_page(browser, &element(attributes)).await;
        until_whole(browser, INNER).await;
        let errors: Vec<_> = told(browser, "error")
            .await
            .iter()
            .map(|it| it["reason"].to_string())
            .collect();
        assert_eq!(errors.len(), 3, "{errors:?}");
        for (error, name) in errors.iter().zip(["theme", "heading", "height"]) {
            assert!(error.contains(name), "{error} is not about {name}");
        }
        let heading = "document.querySelector('main h2') ? true : null";
        assert!(
            browser.within::<bool>(INNER, heading).await,
            "the default is taken"
        );
        assert_untouched(browser).await;

        for attributes in [
            "",
            "page=\"../../evil\"",
            "embed=\"https://example.org/\"",
            "page=\"/Contact/?x\"",
            "embed=\"a/../b\"",
        ] {
            fixture.open_page(browser, &element(attributes)).await;
            browser.until("host.events.length > 0").await;
            assert_eq!(told(browser, "error").await.len(), 1, "{attributes}");
            browser.settle().await;
            assert_words_stand(browser).await;
            assert_untouched(browser).await;
        }
    });
}

#[test]
fn a_page_that_is_gone_leaves_the_words() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(
                browser,
                &format!("{SHORT_TIMEOUTS}{}", element("page=\"/no/such/page/\"")),
            )
            .await;
        browser.until("host.events.length > 0").await;
        let errors = told(browser, "error").await;
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(
            errors[0]["reason"]
                .as_str()
                .is_some_and(|it| it.contains("answer")),
            "{errors:?}"
        );
        assert_words_stand(browser).await;
        let changes: Vec<String> = browser.value("host.changes()").await;
        assert_eq!(changes, ["a global own"; 0]);

        let gone = "<iframe src=\"{site}embed/page/no/such/page/\" title=\"Gone\" height=\"480\"></iframe>{script}";
        fixture.open_page(browser, gone).await;
        let shown = words(browser, FRAME).await;
        assert!(shown.contains("Page not found"), "{shown}");
        assert_eq!(
            browser.value::<f64>(&format!("{FRAME}.clientHeight")).await,
            480.0
        );
    });
}

#[test]
fn it_can_be_moved_and_taken_away() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(
                browser,
                &format!("{}<div id=\"other\"></div>", element("page=\"/contact/\"")),
            )
            .await;
        until_whole(browser, INNER).await;
        browser
            .run(&format!(
                "host.own = {ELEMENT}; document.getElementById('other').append(host.own)"
            ))
            .await;
        browser
            .until("host.events.filter(({ type }) => type === 'lscb-ready').length >= 2")
            .await;
        until_whole(browser, INNER).await;
        browser
            .run("host.own.remove(); host.own.setAttribute('page', '/about-us/')")
            .await;
        browser.settle().await;
        browser
            .run("document.getElementById('end').after(host.own)")
            .await;
        until_whole(browser, INNER).await;
        let title = built().page("/embed/page/about-us/").words("main h2");
        let shown: String = browser
            .within(INNER, "document.querySelector('main h2').textContent")
            .await;
        assert_eq!(shown, title);
        assert_untouched(browser).await;
    });
}

#[test]
fn its_frame_has_a_title_and_its_place_a_height() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let waiting = element("page=\"/contact/\" height=\"345\"").replace(
            "{script}",
            "{script}<script>addEventListener('lscb-ready', () => {})</script>",
        );
        fixture.open_page(browser, &waiting).await;
        until_whole(browser, INNER).await;
        assert_eq!(
            browser.value::<String>(&format!("{INNER}.title")).await,
            "How to reach the board"
        );
        browser.run(&format!("{ELEMENT}.title = 'Contacts'")).await;
        browser
            .until(&format!("{INNER}.title === 'Contacts'"))
            .await;

        // Nothing answers at an address that is no page: the place stays as it was asked for.
        let gone = element("page=\"/no/such/page/\" height=\"345\"");
        fixture.open_page(browser, &gone).await;
        browser
            .until(&format!("{ELEMENT}.offsetHeight === 345"))
            .await;
        assert_words_stand(browser).await;
    });
}

/// The link is removed only once the frame is there, so that it cannot vanish while it is pressed.
#[test]
fn whoever_is_at_the_link_stays_there() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let body =
            element("page=\"/contact/\"").replace("{script}", "<template>{script}</template>");
        fixture.open_page(browser, &body).await;
        browser
            .run(&format!(
                "{ELEMENT}.querySelector('a').focus();
                 document.body.append(document.querySelector('template').content.cloneNode(true))"
            ))
            .await;
        browser
            .until("host.events.some(({ type }) => type === 'lscb-ready')")
            .await;
        browser.settle().await;
        assert_words_stand(browser).await;
        assert!(
            browser
                .value::<bool>("document.activeElement.textContent === 'How to reach the board'")
                .await
        );
    });
}
