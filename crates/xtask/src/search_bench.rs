use crate::failure::Failure;
use crate::process::run;
use crate::repo::Repo;
use crate::step::step;

/// Measures search natively and writes the tables into `docs/search.md`. The collections
/// with judgements are no part of the repository: without them their table stays.
pub(crate) fn bench(repo: &Repo) -> Result<(), Failure> {
    step("bench search", || {
        let mut bench = repo.cargo();
        bench
            .args(["run", "--release", "-p", "lscb-publish"])
            .args(["--example", "search_bench", "--"])
            .arg(repo.root().join("docs/search.md"))
            .arg(repo.root().join("../shared/search-eval"));
        run(&mut bench)
    })
}
