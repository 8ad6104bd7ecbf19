//! Files of botocore's endpoint tests, and the models next to them.

use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::source::Value;
use xtask_common::Failure;

const NAME: &str = "endpoint-tests-1.json";

/// The endpoint tests of a service.
pub(crate) struct CaseFile {
    /// The name of the service: its folder.
    pub(crate) service: String,
    /// The folder of the newest model.
    pub(crate) model: PathBuf,
    /// The value of `smithy.rules#endpointTests`.
    pub(crate) tests: Value,
    /// The number of cases.
    pub(crate) cases: usize,
}

/// Reads a file of endpoint tests; `None` if it is another file. The model is in the folder `botocore/data` of the same source
/// distribution.
pub(crate) fn case_file(file: &Path) -> Result<Option<CaseFile>, Failure> {
    if file.file_name().is_none_or(|name| name != NAME) {
        return Ok(None);
    }
    let service = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let data = file.ancestors().map(|folder| folder.join("botocore/data").join(&service));
    let Some(data) = data.into_iter().find(|data| data.is_dir()) else {
        return Err(Failure(format!("there is no `botocore/data/{service}` for `{}`", file.display())));
    };
    let versions = fs::read_dir(&data)?.filter_map(Result::ok).map(|entry| entry.path());
    let model = versions.filter(|path| path.is_dir()).max();
    let model = model.ok_or_else(|| format!("`{}` has no model", data.display()))?;
    let tests: Value = fs::read_to_string(file)?.parse()?;
    let cases = tests["testCases"].as_array().map_or(0, Vec::len);
    Ok(Some(CaseFile { service, model, tests, cases }))
}
