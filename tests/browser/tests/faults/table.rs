//! Every fault, in the order of the catalogue.

use lscb_browser::engine::{BrowserOptions, Engine};

use crate::row::{Row, Run, Scenario, scenario};
use crate::{
    addresses, bundle, clock, damage, deploy, history, loader, names, old_browser, panic, poisoned,
    portal, proxy, release, requests, scripts_off, slow, storage, tamper, wasm_off,
};

/// What no scenario stands for, in words of the document.
pub(crate) const NOT_HERE: &str = "\
- 10: packets that are lost. Loss below TCP needs a network namespace of its own (`tc netem`); what
  the page sees of it, answers that are late, come in parts or not at all, is injected in all engines.
- 17: the script that starts everything. If a browser keeps its 404, nothing of ours runs that could
  ask again: the page stays without the app until the next release, whose script has another name.
- 18: old browsers themselves. Two that know neither scripts nor style stand for them: w3m and Lynx.
- 20: TLS. What such a proxy does to the answers is injected by the server instead.
- 25: memory that runs out. The trap that follows from it is injected.
";

const SCRIPTS_OFF: BrowserOptions = BrowserOptions {
    scripts_off: true,
    ..BrowserOptions::DEFAULT
};
const WASM_OFF: BrowserOptions = BrowserOptions {
    wasm_off: true,
    ..BrowserOptions::DEFAULT
};
const WHOLE: BrowserOptions = BrowserOptions {
    whole: true,
    ..BrowserOptions::DEFAULT
};
const STORAGE_OFF: BrowserOptions = BrowserOptions {
    storage_off: true,
    ..BrowserOptions::DEFAULT
};

const KEEPS_NO_404: &str = "it keeps no 404, however long it is told to";

const HOSTS: &str = "tests/browser/tests/embedding/hosts.rs";
const MESSAGES: &str = "tests/browser/tests/embedding/messages.rs";
const KEEPING: &str = "tests/browser/tests/offline/keeping.rs";
const READING: &str = "tests/browser/tests/offline/reading.rs";
const REMOVING: &str = "tests/browser/tests/offline/removing.rs";
const RENEWING: &str = "tests/browser/tests/offline/renewing.rs";

/// The table.
pub(crate) fn rows() -> Vec<Row> {
    vec![
        Row::new(1, "scripts are off", "every word, number and link; the search form leads to a list from A to Z; paper")
            .shown(scenario!(scripts_off::every_route_shows_its_whole_text, SCRIPTS_OFF))
            .shown(scenario!(scripts_off::help_is_on_every_route, SCRIPTS_OFF))
            .shown(scenario!(scripts_off::links_lead_on_without_scripts, SCRIPTS_OFF))
            .test("tests/browser/tests/search/form.rs", "without_scripts_it_leads_to_everything_from_a_to_z")
            .test("tests/browser/tests/page_layout/print.rs", "the_text_is_there"),
        Row::new(2, "WebAssembly is blocked by a policy, or there is none", "as without scripts; the search page says that search did not load; the console is quiet")
            .shown(scenario!(wasm_off::a_policy_that_blocks_it_leaves_the_page))
            .shown(scenario!(wasm_off::a_browser_without_it_asks_for_nothing, WASM_OFF)),
        Row::new(3, "the scripts: 404, 500, no answer, cut off, not scripts", "the page stands and its links are links")
            .shown(scenario!(loader::the_page_does_without_scripts_that_fail))
            .shown(scenario!(loader::the_page_does_without_anything_else)),
        Row::new(4, "WebAssembly of the wrong type", "the app runs all the same, and the console says so")
            .shown(scenario!(loader::wasm_of_the_wrong_type_is_no_trouble)),
        Row::new(5, "WebAssembly cut off, damaged, or a page of HTML", "the host is asked once more; then the page stands and its links are links")
            .shown(scenario!(loader::the_page_does_without_wasm))
            .shown(scenario!(loader::wasm_that_fails_once_is_asked_for_again))
            .test("tests/browser/tests/search/form.rs", "without_the_app_the_page_says_so_and_has_its_list"),
        Row::new(6, "a bundle: 404, 500, no answer, no host", "the old page stands; a second try after a moment; then one line with “Try again” and a link that is a link")
            .shown(scenario!(bundle::a_bad_bundle_changes_nothing))
            .shown(scenario!(bundle::a_blip_is_not_even_told))
            .shown(scenario!(bundle::try_again_may_fail_again))
            .shown(scenario!(bundle::a_slow_bundle_is_announced_and_then_shown))
            .shown(scenario!(bundle::a_bundle_that_never_comes_is_given_up))
            .shown(scenario!(bundle::back_without_the_bundle_still_finds_its_page))
            .shown(scenario!(release::without_a_release_the_page_is_kept))
            .test("tests/browser/tests/search/faults.rs", "a_bad_index_is_told_and_can_be_tried_again")
            .test("tests/browser/tests/search/index_files.rs", "files_that_do_not_come_are_told_and_can_be_tried_again"),
        Row::new(7, "a file cut off, with bits turned, with other bytes", "refused by its hash before it is read: never run, never shown")
            .shown(scenario!(damage::damaged_bundles_are_never_shown))
            .shown(scenario!(damage::damaged_releases_never_take_the_page_away))
            .shown(scenario!(tamper::altered_scripts_never_run))
            .shown(scenario!(tamper::altered_wasm_never_runs))
            .shown(scenario!(tamper::altered_bundles_are_never_shown))
            .shown(scenario!(tamper::an_altered_index_finds_nothing))
            .shown(scenario!(tamper::a_release_that_leads_elsewhere_is_not_followed))
            .test("tests/site/damage.rs", "ten_thousand_damages_are_refused")
            .test(KEEPING, "a_damaged_file_never_enters"),
        Row::new(8, "a network that wants a sign-in answers for the site", "“network sign-in is needed” in place of the general line; the page stands")
            .shown(scenario!(portal::a_page_in_place_of_files_is_told))
            .shown(scenario!(portal::a_redirection_to_another_host_is_told))
            .shown(scenario!(portal::before_the_app_the_page_stands))
            .test(KEEPING, "a_sign_in_page_is_not_kept")
            .test(READING, "what_is_not_the_sites_answer_is_not_shown_and_not_kept"),
        Row::new(9, "no network", "the browser’s own page on a first visit; the whole site where a copy is kept")
            .shown(scenario!(bundle::without_a_host_what_is_in_memory_is_shown))
            .test(READING, "every_page_is_read_without_the_network")
            .test(READING, "the_app_and_its_search_work_without_the_network"),
        Row::new(10, "a slow line that loses much", "the text first, readable while it comes; the app once the page has come")
            .shown(scenario!(slow::part_of_a_page_can_be_read))
            .shown(scenario!(slow::the_app_is_asked_for_when_the_page_is_there))
            .shown(scenario!(slow::at_fifty_kilobits_the_text_is_there_before_the_app)
                .not_in(Engine::Firefox, "its driver cannot slow the line")
                .not_in(Engine::WebKit, "its driver cannot slow the line"))
            .test("tests/browser/tests/prefetch.rs", "on_a_thrifty_line_the_app_waits_for_a_sign")
            .test("tests/browser/tests/budgets.rs", "pages_are_little_more_than_their_words"),
        Row::new(11, "nothing can be stored", "everything works; choices hold for the page")
            .shown(scenario!(storage::a_browser_that_stores_nothing_has_the_whole_site, STORAGE_OFF)
                .not_in(Engine::WebKit, "MiniBrowser has no such setting; the opaque frame stands for it"))
            .shown(scenario!(storage::in_an_opaque_frame_the_page_is_whole))
            .shown(
                scenario!(storage::in_an_opaque_frame_the_app_runs_if_the_host_lets_it).not_in(
                    Engine::WebKit,
                    "it takes the 'self' of a policy for the frame's origin, which is none; the page stands there",
                ),
            )
            .test("tests/browser/tests/page_layout/colours.rs", "a_choice_holds_for_the_page_if_nothing_can_be_kept")
            .test(KEEPING, "without_room_the_reader_is_told_and_nothing_stays"),
        Row::new(12, "Back to a page that the browser has in memory", "every page comes back as it was, and its links work")
            .shown(scenario!(history::every_kind_of_page_comes_back_from_memory, WHOLE))
            .shown(scenario!(natively history::nothing_keeps_pages_out_of_memory)),
        Row::new(13, "the clock is wrong by ten years, and jumps", "nothing depends on it")
            .shown(scenario!(clock::a_wrong_clock_changes_nothing))
            .shown(scenario!(clock::a_clock_that_jumps_changes_nothing)),
        Row::new(14, "a new release is put in place while readers are on the site", "no missing file, no page of two releases; the next navigation is new")
            .shown(scenario!(deploy::pages_are_of_one_release_and_the_next_is_new))
            .shown(scenario!(natively deploy::a_thousand_visits_over_five_swaps_miss_nothing))
            .shown(scenario!(release::another_release_is_loaded_as_a_document))
            .shown(scenario!(release::a_bundle_of_another_format_is_refused))
            .test("tests/browser/tests/search/faults.rs", "a_newer_site_asks_for_a_fresh_page"),
        Row::new(15, "the earlier release is put back", "the next navigation is of that release")
            .shown(scenario!(deploy::putting_the_earlier_release_back_is_a_release))
            .test(RENEWING, "a_newer_release_and_an_older_one_are_followed")
            .test("tests/browser/tests/release.rs", "a_copy_that_is_older_than_one_on_the_device_says_so"),
        Row::new(16, "two tabs with the old and the new service worker", "no reload, no lost copy")
            .test(REMOVING, "a_newer_worker_waits_for_open_tabs")
            .test(RENEWING, "an_open_page_stays_while_the_copy_is_renewed"),
        Row::new(17, "a missing file that the browser was told to keep for a year", "healed by asking the host itself")
            .shown(
                scenario!(poisoned::a_poisoned_bundle_heals).not_in(Engine::Firefox, KEEPS_NO_404),
            )
            .shown(
                scenario!(poisoned::a_poisoned_app_heals).not_in(Engine::Firefox, KEEPS_NO_404),
            )
            .shown(
                scenario!(poisoned::a_poisoned_loader_heals)
                    .not_in(Engine::Firefox, KEEPS_NO_404)
                    .not_in(Engine::WebKit, "it keeps no script that was missing"),
            ),
        Row::new(18, "a very old browser", "the text, in order, and the links")
            .shown(scenario!(natively old_browser::only_modules_run))
            .shown(scenario!(natively old_browser::browsers_of_text_show_every_word))
            .shown(scenario!(old_browser::without_style_every_word_is_shown, SCRIPTS_OFF)),
        Row::new(19, "a blocker of advertisements", "nothing on the site looks like one; nothing is asked for elsewhere")
            .shown(scenario!(natively names::no_name_looks_like_an_advertisement))
            .shown(scenario!(natively names::the_rules_find_what_they_are_for))
            .test("tests/browser/tests/relocatable.rs", "pages_load_from_nowhere_else")
            .test("tests/browser/tests/takeover.rs", "nothing_is_fetched_twice_or_from_elsewhere"),
        Row::new(20, "a proxy that opens TLS: no compression, no headers, a script of its own, edited files", "works without compression and headers; what it adds and edits never runs")
            .shown(scenario!(proxy::a_script_that_is_put_in_never_runs))
            .shown(scenario!(proxy::without_compression_and_headers_the_site_works))
            .shown(scenario!(tamper::an_altered_import_map_runs_nothing))
            .shown(scenario!(tamper::altered_scripts_never_run)),
        Row::new(21, "parts of files, HEAD, conditions, encodings", "answers as HTTP wants them, none mixed")
            .shown(scenario!(natively requests::unchanged_files_are_not_sent_again))
            .shown(scenario!(natively requests::parts_of_files_are_those_parts))
            .shown(scenario!(natively requests::head_says_what_get_would))
            .shown(scenario!(natively requests::encodings_are_as_asked_and_told_apart)),
        Row::new(22, "addresses: too deep, without a slash, in capitals, with %2F and //", "the right page, or 404 with links that work")
            .shown(scenario!(natively addresses::odd_addresses_are_pages_or_honest_errors))
            .shown(scenario!(addresses::from_any_address_the_reader_gets_on))
            .test("tests/browser/tests/routing/addresses.rs", "every_form_of_an_address_is_the_same_page")
            .test("tests/browser/tests/routing/addresses.rs", "an_unknown_address_says_so")
            .test("tests/browser/tests/relocatable.rs", "every_address_is_relative_and_answers_at_every_base"),
        Row::new(23, "a broken service worker", "gone within one navigation")
            .test(REMOVING, "a_broken_worker_takes_no_text_away")
            .test(REMOVING, "the_publisher_ends_all_copies_within_one_visit"),
        Row::new(24, "a hostile page around an embedded one, and a hostile frame", "nothing leaks, the layout holds, nothing that is said is run")
            .test(HOSTS, "a_frame_is_readable_on_every_host")
            .test(HOSTS, "a_frame_is_as_high_as_its_text_where_the_script_runs")
            .test(HOSTS, "the_element_is_a_frame_where_the_script_runs")
            .test(MESSAGES, "what_a_host_says_changes_nothing_in_the_frame")
            .test(MESSAGES, "what_a_host_says_on_the_port_is_held_against_a_list")
            .test(MESSAGES, "what_a_frame_of_others_says_changes_nothing")
            .test(MESSAGES, "what_a_page_at_the_sites_origin_says_stays_in_bounds")
            .test("tests/browser/tests/embedding/sizing.rs", "a_page_that_answers_to_the_height_comes_to_rest"),
        Row::new(25, "the app traps", "the text stands or is loaded, links are links, one line")
            .shown(scenario!(panic::a_panic_while_drawing_leaves_text_and_links))
            .shown(scenario!(panic::a_panic_while_going_back_shows_the_page_of_the_address))
            .shown(scenario!(panic::back_after_a_panic_shows_the_right_pages))
            .shown(scenario!(panic::the_healthy_app_draws)),
    ]
}
