//! How a frame comes to its height.

use lscb_browser::runner::in_every_engine;

use super::support::{FRAME, Fixture, PASTED, assert_untouched, until_whole, words};

const SCRIPT: &str = "{script}";

#[test]
fn a_new_height_is_there_before_the_next_frame_is_drawn() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{PASTED}{SCRIPT}"))
            .await;
        until_whole(browser, FRAME).await;
        // The site's listener is older, and so is what it has planned for the next frame.
        browser
            .run(&format!(
                "host.drawn = null;
                 addEventListener('message', ({{ data }}) => {{
                     if (data?.type !== 'height' || host.drawn !== null) return;
                     host.drawn = 0;
                     const look = () => {{
                         host.drawn += 1;
                         host.isThere = {FRAME}.clientHeight >= data.height;
                         if (!host.isThere && host.drawn < 9) requestAnimationFrame(look);
                     }};
                     requestAnimationFrame(look);
                 }});"
            ))
            .await;
        browser
            .run_within(FRAME, "document.body.style.paddingBlockEnd = '300px'")
            .await;
        browser
            .until("host.isThere !== undefined && (host.isThere || host.drawn === 9)")
            .await;
        assert_eq!(
            browser.value::<usize>("host.drawn").await,
            1,
            "frames until the height was right"
        );
        until_whole(browser, FRAME).await;
        assert_untouched(browser).await;
    });
}

/// The frame gets wider when it is high, and narrower when it is not: without an end, a scroll bar
/// that comes and goes.
#[test]
fn a_page_that_answers_to_the_height_comes_to_rest() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{PASTED}{SCRIPT}"))
            .await;
        let mut heights = [0.0; 2];
        for (width, height) in ["300px", "900px"].iter().zip(&mut heights) {
            browser
                .run(&format!("{FRAME}.style.width = '{width}'"))
                .await;
            until_whole(browser, FRAME).await;
            *height = browser.value(&format!("{FRAME}.clientHeight")).await;
        }
        let [high, low] = heights;
        assert!(high > low, "a narrow frame is higher: {high}, {low}");
        browser
            .run(&format!(
                "host.heights = [];
                 const frame = {FRAME};
                 new ResizeObserver(() => {{
                     const height = frame.clientHeight;
                     if (host.heights.at(-1) !== height) host.heights.push(height);
                     frame.style.width = height > {} ? '900px' : '300px';
                 }}).observe(frame);",
                (high + low) / 2.0
            ))
            .await;
        let mut seen = 0;
        let mut rests = 0;
        while rests < 20 {
            browser.settle().await;
            let now: usize = browser.value("host.heights.length").await;
            assert!(now < 40, "it does not come to rest");
            rests = if now == seen && now > 2 { rests + 1 } else { 0 };
            seen = now;
        }
        let height: f64 = browser.value(&format!("{FRAME}.clientHeight")).await;
        let highest: f64 = browser.value("Math.max(...host.heights)").await;
        assert_eq!(height, highest, "it ends at the larger");
    });
}

#[test]
fn frames_that_come_later_move_and_go_are_seen_to() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{PASTED}{SCRIPT}<p id=\"other\"></p>"))
            .await;
        until_whole(browser, FRAME).await;
        browser
            .run(&format!(
                "const first = {FRAME}, second = first.cloneNode();
                 second.style.cssText = ''; second.id = 'second';
                 first.remove();
                 document.getElementById('end').after(second);"
            ))
            .await;
        let second = "document.getElementById('second')";
        until_whole(browser, second).await;
        // Elsewhere it is another window of the browser's, and is loaded again.
        browser
            .run(&format!(
                "{second}.style.height = ''; document.getElementById('other').append({second})"
            ))
            .await;
        until_whole(browser, second).await;
        assert_untouched(browser).await;
    });
}

/// A page in a frame says once how high it is. Who comes late asks.
#[test]
fn a_script_that_comes_after_the_frame_is_not_too_late() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        fixture
            .open_page(browser, &format!("{PASTED}<template>{SCRIPT}</template>"))
            .await;
        words(browser, FRAME).await;
        browser.settle().await;
        let height = format!("{FRAME}.style.height");
        assert_eq!(
            browser.value::<String>(&height).await,
            "",
            "nobody sizes it yet"
        );
        browser
            .run("document.body.append(document.querySelector('template').content.cloneNode(true))")
            .await;
        until_whole(browser, FRAME).await;
        assert_untouched(browser).await;
    });
}

/// Editors paste the whole snippet each time.
#[test]
fn a_script_that_is_there_three_times_works_once() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let count = "<script>
            const own = EventTarget.prototype.addEventListener;
            host.listeners = 0;
            EventTarget.prototype.addEventListener = function (type, ...rest) {
                if (type === 'message' && new Error().stack.includes('/embed')) host.listeners += 1;
                return own.call(this, type, ...rest);
            };
        </script>";
        let other = "<script async src=\"{site}embed.js\"></script>";
        let body = format!("{count}{PASTED}{SCRIPT}{other}{SCRIPT}");
        fixture.open_page(browser, &body).await;
        until_whole(browser, FRAME).await;
        assert_eq!(browser.value::<usize>("host.listeners").await, 1);
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// What is far down is not drawn yet, and what is in a hidden part of the page never is.
#[test]
fn a_frame_far_down_has_its_height_when_the_reader_comes() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let far = "<p style=\"height: 30000px\">Far</p>";
        let lazy = PASTED.replace("<iframe", "<iframe loading=\"lazy\"");
        fixture
            .open_page(browser, &format!("{far}{lazy}{SCRIPT}"))
            .await;
        browser.run(&format!("{FRAME}.scrollIntoView()")).await;
        until_whole(browser, FRAME).await;
        assert_untouched(browser).await;
    });
}

/// What the reader follows stays in the frame and out of the history of the page around it.
#[test]
fn another_page_in_the_frame_has_its_own_height_and_leaves_no_trace() {
    in_every_engine(async |browser| {
        let fixture = Fixture::start().await;
        let section = PASTED.replace("page/contact", "section/about-us");
        fixture
            .open_page(browser, &format!("{section}{SCRIPT}"))
            .await;
        until_whole(browser, FRAME).await;
        browser
            .run_within(
                FRAME,
                "document.querySelector('a[href$=\"independent-chair/\"]').click()",
            )
            .await;
        let there =
            "location.pathname === '/lscb/embed/section/about-us/independent-chair/' || null";
        browser.within::<bool>(FRAME, there).await;
        until_whole(browser, FRAME).await;
        assert_untouched(browser).await;
    });
}
