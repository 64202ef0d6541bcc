//! Every page in every state, before judges that others wrote and under rules that they
//! cannot check: WCAG 2.2 at level AA, and AAA where it can be.

mod checkers;
mod focus;
mod forced_colours;
mod keyboard;
mod layout;
mod markup;
mod names;
mod order;
mod pages;
mod targets;
