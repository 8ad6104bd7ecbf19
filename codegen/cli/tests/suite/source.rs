//! Sources of models: archives and folders of botocore, pipes, compressed files, files with several services.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::{DeflateEncoder, GzEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};
use tempfile::TempDir;

/// An empty folder in which commands run.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("the file is in a folder")).expect("the folder is writable");
        fs::write(path, content).expect("the folder is writable");
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn read(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("the file is text")
    }

    /// Runs a command that succeeds, and returns what it prints.
    fn run(&self, arguments: &[&str]) -> String {
        succeeded(&self.output(arguments, &[]))
    }

    /// Runs a command that succeeds, with standard input.
    fn run_with(&self, input: &[u8], arguments: &[&str]) -> String {
        succeeded(&self.output(arguments, input))
    }

    /// Runs a command that fails, and returns its message.
    fn fail(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments, &[]);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stderr(&output));
        stderr(&output)
    }

    fn output(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tinsmith"));
        command.args(arguments).current_dir(self.0.path()).env("PATH", "");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // A command that fails early does not read.
        let _ = child.stdin.take().expect("the input is piped").write_all(input);
        child.wait_with_output().expect("the program ends")
    }
}

fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Path of the newest API version of the service `mini`.
const NEWEST: &str = "botocore/data/mini/2020-01-01";

/// The files of a botocore with two services. The folder of the second is not called like the service.
fn botocore() -> Files {
    let mut files = Files::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/botocore/mini/2020-01-01");
    for name in ["service-2.json", "paginators-1.json", "waiters-2.json", "endpoint-rule-set-1.json"] {
        let text = fs::read_to_string(folder.join(name)).expect("the file is there");
        let other = text.replace("Mini Service", "Other Service");
        files.insert(format!("botocore/data/odd-name/2020-01-01/{name}"), other.into_bytes());
        files.insert(format!("{NEWEST}/{name}"), text.into_bytes());
    }
    let service = format!("{NEWEST}/service-2.json");
    let newest = files.remove(&service).expect("the service is there");
    let old = String::from_utf8(newest.clone()).expect("it is text").replace("PutThing", "SetThing");
    files.insert("botocore/data/mini/2019-01-01/service-2.json".to_owned(), old.into_bytes());
    files.insert(format!("{service}.gz"), gzip(&newest));
    files.insert("botocore/__init__.py".to_owned(), b"__version__ = '1.0'\n".to_vec());
    files
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).expect("memory is writable");
    encoder.finish().expect("memory is writable")
}

fn wheel(files: &Files) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (path, content) in files {
        let file = archive.new_file(path).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().expect("the path is valid");
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        writer.write_all(content).expect("memory is writable");
        let (encoder, descriptor) = writer.finish().expect("memory is writable");
        encoder.finish().expect("memory is writable");
        entry.finish(descriptor).expect("memory is writable");
    }
    archive.finish().expect("memory is writable")
}

fn sdist(files: &Files) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        let path = format!("botocore-1.0/{path}");
        archive.append_data(&mut header, path, &**content).expect("memory is writable");
    }
    gzip(&archive.into_inner().expect("memory is writable"))
}

/// A folder with botocore as a wheel, as an sdist, and unpacked.
fn with_botocore() -> Folder {
    let (folder, files) = (Folder::new(), botocore());
    folder.write("botocore.whl", wheel(&files));
    folder.write("botocore.tar.gz", sdist(&files));
    for (path, content) in &files {
        folder.write(path, content);
    }
    folder
}

#[test]
fn each_form_of_botocore_gives_the_same_model() {
    let folder = with_botocore();
    let model = folder.run(&["import", NEWEST]);
    assert!(model.contains("PutThing") && model.contains("smithy.api#paginated"), "{model}");
    for source in ["botocore.whl", "botocore.tar.gz", "botocore", "botocore/data", "."] {
        assert!(folder.run(&["import", source, "--service", "mini"]) == model, "{source}");
    }
    assert!(folder.run(&["import", "botocore/data/mini"]) == model);
    assert!(folder.run(&["import", &format!("{NEWEST}/service-2.json.gz")]) == model);
    for archive in ["botocore.whl", "botocore.tar.gz"] {
        // Archives are recognized by their content.
        folder.write("download", folder.bytes(archive));
        assert!(folder.run(&["import", "download", "--service", "mini"]) == model, "{archive}");
        let piped = folder.run_with(&folder.bytes(archive), &["import", "-", "--service", "mini"]);
        assert!(piped == model, "{archive}");
    }
}

#[test]
fn newest_of_several_api_versions_is_named() {
    let folder = with_botocore();
    for source in ["botocore.whl", "botocore/data/mini"] {
        let output = folder.output(&["import", source, "--service", "mini"], &[]);
        assert_eq!(stderr(&output), "using API version 2020-01-01 of mini, the newest of 2\n\n");
    }
    let output = folder.output(&["import", "botocore.whl", "--service", "odd-name"], &[]);
    assert_eq!(stderr(&output), "");
    assert!(folder.run(&["import", "botocore/data/mini/2019-01-01"]).contains("SetThing"));
}

#[test]
fn service_must_be_chosen_among_several() {
    let folder = with_botocore();
    for source in ["botocore.whl", "botocore.tar.gz", "botocore/data"] {
        let message = folder.fail(&["import", source]);
        let expected = format!("error: `{source}` has models of 2 services");
        assert!(message.starts_with(&expected) && message.contains("`--service mini`"), "{message}");
    }
    let message = folder.fail(&["operations", "--model", "botocore.whl", "--service", "minni"]);
    assert!(
        message.contains("has no service `minni`") && message.contains("did you mean `mini`?"),
        "{message}"
    );
    let message = folder.fail(&["diff", "botocore.whl", NEWEST, "--service", "s3"]);
    assert!(message.contains("services have the names of their folders"), "{message}");
}

#[test]
fn commands_that_only_read_take_each_source() {
    let folder = with_botocore();
    let mini = ["--model", "botocore.whl", "--service", "mini"];
    assert!(folder.run(&[&["operations"], &mini[..]].concat()).contains("\n  PutThing "));
    assert!(folder.run(&[&["tree", "PutThing"], &mini[..]].concat()).starts_with("PutThing (operation)\n"));
    folder.write("old.json", folder.run(&["import", "botocore/data/odd-name", "--keep-docs"]));
    let changes = folder.run(&["diff", "old.json", "botocore.tar.gz", "--service", "Other Service"]);
    assert!(changes.contains("no difference"), "{changes}");
}

#[test]
fn diagnostics_show_the_path_in_an_archive() {
    let (folder, mut files) = (Folder::new(), botocore());
    let path = format!("{NEWEST}/paginators-1.json");
    files.insert(path.clone(), b"{\n  \"pagination\": ]\n}".to_vec());
    folder.write("botocore.whl", wheel(&files));
    folder.write("botocore.tar.gz", sdist(&files));
    for start in ["botocore.whl", "botocore.tar.gz/botocore-1.0"] {
        let archive = start.split('/').next().expect("the path has a start");
        let message = folder.fail(&["import", archive, "--service", "mini"]);
        assert!(message.contains(&format!("--> {start}/{path}:2:17\n")), "{message}");
    }
}

#[test]
fn archives_that_cannot_be_used_are_explained() {
    let folder = Folder::new();
    let other = Files::from([("readme.txt".to_owned(), b"text".to_vec())]);
    folder.write("other.zip", wheel(&other));
    folder.write("other.tar.gz", sdist(&other));
    for archive in ["other.zip", "other.tar.gz"] {
        let message = folder.fail(&["import", archive]);
        assert!(message.contains(&format!("the archive `{archive}` has no models of botocore")), "{message}");
    }
    let (zip, tar) = (wheel(&botocore()), sdist(&botocore()));
    folder.write("cut.zip", &zip[..zip.len() / 2]);
    folder.write("cut.tar.gz", &tar[..tar.len() / 2]);
    for archive in ["cut.zip", "cut.tar.gz"] {
        let message = folder.fail(&["import", archive, "--service", "mini"]);
        assert!(message.contains(&format!("cannot read `{archive}`: ")), "{message}");
    }
    let mut flipped = wheel(&Files::from([(format!("{NEWEST}/service-2.json"), vec![b' '; 1000])]));
    flipped[80] ^= 1;
    folder.write("flipped.zip", flipped);
    let message = folder.fail(&["import", "flipped.zip"]);
    assert!(message.contains(&format!("cannot read `flipped.zip/{NEWEST}/service-2.json`: ")), "{message}");
}

#[test]
fn hostile_paths_in_archives_are_not_followed() {
    let folder = Folder::new();
    let service = b"{}".to_vec();
    let files = ["../../mini/2020-01-01/service-2.json", "a\u{1b}[31m/2020-01-01/service-2.json"];
    let files = files.map(|path| (path.to_owned(), service.clone()));
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (path, content) in &files {
        let path = rawzip::path::EntryPath::verbatim(path.as_bytes());
        let (mut entry, config) = archive.new_file(path).start().expect("the path is accepted");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(content).expect("memory is writable");
        let (_, descriptor) = writer.finish().expect("memory is writable");
        entry.finish(descriptor).expect("memory is writable");
    }
    folder.write("hostile.zip", archive.finish().expect("memory is writable"));
    assert!(folder.fail(&["import", "hostile.zip"]).contains("has no models of botocore"));
}

#[test]
fn models_of_pipes_are_read_once() {
    let folder = with_botocore();
    let model = folder.run(&["import", NEWEST]);
    let piped = folder.run_with(model.as_bytes(), &["import", "-"]);
    assert!(piped == model);
    let arguments = ["codegen", "--model", "-", "--operations", "PutThing", "--out", "piped"];
    let made = folder.run_with(&gzip(model.as_bytes()), &arguments);
    assert!(made.contains("1 operation"), "{made}");
    assert!(folder.read("piped/src/lib.rs").contains("Mini Service"));
    let message = folder.fail(&["import", "-"]);
    assert!(message.contains("`<stdin>` is empty"), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn pipe_with_a_path_is_read_once() {
    let folder = with_botocore();
    let model = folder.run(&["import", NEWEST]);
    let arguments = ["codegen", "--model", "/dev/stdin", "--operations", "PutThing", "--out", "piped"];
    folder.run_with(model.as_bytes(), &arguments);
    assert!(folder.read("piped/src/lib.rs").contains("Mini Service"));
}

const TWO_SERVICES: &str = r#"{ "smithy": "2.0", "shapes": {
    "a#One": { "type": "service", "operations": [{ "target": "a#Get" }], "traits": {
        "aws.api#service": { "sdkId": "First Service" }, "aws.protocols#awsJson1_1": {} } },
    "a#Two": { "type": "service", "operations": [{ "target": "a#Put" }], "traits": {
        "aws.api#service": { "sdkId": "Second Service" }, "aws.protocols#awsJson1_1": {} } },
    "a#Get": { "type": "operation" },
    "a#Put": { "type": "operation" }
} }"#;

#[test]
fn one_service_of_a_smithy_model_is_chosen() {
    let folder = Folder::new();
    folder.write("two.json", TWO_SERVICES);
    let message = folder.fail(&["import", "two.json"]);
    assert!(message.contains("several services: `a#One`, `a#Two`"), "{message}");
    assert!(message.contains("such as `--service One`"), "{message}");
    for service in ["Two", "a#Two", "Second Service"] {
        let model = folder.run(&["import", "two.json", "--service", service]);
        assert!(model.contains("a#Put") && !model.contains("a#Get") && !model.contains("a#One"), "{model}");
    }
    let arguments = ["codegen", "--model", "two.json", "--service", "Two", "--out", "two"];
    let made = folder.run(&[&arguments[..], &["--operations", "all"]].concat());
    assert!(made.starts_with("secondservice 0.1.0: 1 operation"), "{made}");
}

const PACKAGE: &str = "[package]\nname = \"ours\"\nversion = \"0.1.0\"\n";

/// A project with a crate for each service of the botocore before.
fn two_crates() -> Folder {
    let folder = with_botocore();
    folder.write("Cargo.toml", PACKAGE);
    folder.run(&["init", "botocore/data/mini/2019-01-01", "--operations", "all", "--crate-name", "mini"]);
    folder.run(&["init", "botocore.whl", "--service", "odd-name", "--operations", "PutThing"]);
    folder
}

#[test]
fn update_finds_all_crates_whose_services_are_in_the_source() {
    let folder = two_crates();
    let dry = folder.run(&["update", "botocore.whl", "--dry-run"]);
    assert!(dry.starts_with("mini:\n\n") && dry.contains("\notherservice:\n\n"), "{dry}");
    assert!(dry.ends_with("\nnothing is written: this is a dry run\n"), "{dry}");
    folder.run(&["codegen", "--check"]);
    let made = folder.run(&["update", "botocore.tar.gz"]);
    assert!(made.contains("version: 0.1.0 -> 0.2.0"), "{made}");
    assert!(made.contains("otherservice:\n\n"), "{made}");
    assert!(folder.read("models/mini.json").contains("PutThing"));
    assert_eq!(folder.read("Cargo.toml").matches("crate-version = \"0.2.0\"").count(), 1);
    folder.run(&["codegen", "--check"]);
    let made = folder.run(&["update", "botocore"]);
    assert_eq!(made.matches("the model is up to date").count(), 2, "{made}");
}

#[test]
fn update_of_one_crate_finds_its_service() {
    let folder = two_crates();
    let made = folder.run(&["update", "botocore.whl", "--crate", "otherservice"]);
    assert!(made.contains("the model is up to date") && !made.contains("mini:"), "{made}");
    assert!(folder.read("models/mini.json").contains("SetThing"));
    let made = folder.run_with(&folder.bytes("botocore.whl"), &["update", "-", "--service", "mini"]);
    assert!(made.contains("version: 0.1.0 -> 0.2.0"), "{made}");
}

#[test]
fn update_names_the_crates_that_the_source_does_not_have() {
    let folder = two_crates();
    let mut files = botocore();
    files.retain(|path, _| !path.contains("odd-name") && !path.contains("2020"));
    files.insert("botocore/data/third/2020-01-01/service-2.json".to_owned(), b"{}".to_vec());
    folder.write("less.whl", wheel(&files));
    let output = folder.output(&["update", "less.whl"], &[]);
    let message = "warning: `less.whl` has no model of Other Service, the service of `otherservice`\n\n";
    assert!(stderr(&output).starts_with(message), "{}", stderr(&output));
    assert!(succeeded(&output).contains("the model is up to date"));
    let message = folder.fail(&["update", "less.whl", "--crate", "otherservice"]);
    let expected = "error: `less.whl` has no model of Other Service, the service of `otherservice`\n";
    assert!(message.starts_with(expected), "{message}");
    files.retain(|path, _| path.contains("third"));
    files.insert("botocore/data/fourth/2020-01-01/service-2.json".to_owned(), b"{}".to_vec());
    folder.write("none.whl", wheel(&files));
    let message = folder.fail(&["update", "none.whl"]);
    assert!(
        message.ends_with("help: the crates are mini (Mini Service), otherservice (Other Service)\n"),
        "{message}"
    );
}

#[test]
fn update_refuses_the_model_of_another_service() {
    let folder = two_crates();
    folder.write("mini.json", folder.run(&["import", NEWEST]));
    let message = folder.fail(&["update", "mini.json", "--crate", "otherservice"]);
    let expected = "error: `mini.json` is a model of Mini Service, but the model of the crate is of Other Service\n |\n \
                    = help: pass a model of Other Service\n";
    assert_eq!(message, expected);
}

#[test]
fn update_refuses_crates_that_share_a_model() {
    let folder = two_crates();
    let manifest = folder.read("Cargo.toml");
    let twice = "[[package.metadata.tinsmith.crate]]\nmodel = \"models/mini.json\"\noperations = [\"all\"]\n\
                 output = \"clients/again\"\n";
    folder.write("Cargo.toml", format!("{manifest}\n{twice}"));
    let output = folder.output(&["update", "botocore.whl", "--dry-run"], &[]);
    let message = stderr(&output);
    assert!(message.contains("the crates `mini` and `again` have the same model"), "{message}");
    folder.write("models/otherservice.json", "{}");
    let message = folder.fail(&["update", "botocore.whl"]);
    assert!(message.contains("the crates `mini` and `again` have the same model"), "{message}");
    assert!(message.contains("models/otherservice.json"), "{message}");
}

#[test]
fn update_says_where_newer_models_are() {
    let folder = two_crates();
    let message = folder.fail(&["update", "nothing.json"]);
    assert!(message.contains("cannot read `nothing.json`"), "{message}");
    assert!(message.contains("pip download --no-deps botocore"), "{message}");
    let output = folder.output(&["update"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("https://github.com/aws/api-models-aws"), "{}", stderr(&output));
    let help = folder.run(&["update", "--help"]);
    assert!(help.contains("pip download --no-deps botocore"), "{help}");
}

#[test]
fn update_chooses_the_service_of_the_crate_in_a_smithy_model() {
    let folder = Folder::new();
    folder.write("Cargo.toml", PACKAGE);
    folder.write("two.json", TWO_SERVICES);
    folder.run(&["init", "two.json", "--service", "Two", "--operations", "all"]);
    folder.write("newer.json", TWO_SERVICES.replace("a#Put", "a#Replace"));
    let made = folder.run(&["update", "newer.json"]);
    assert!(made.contains("version: 0.1.0 -> 0.2.0"), "{made}");
    let model = folder.read("models/secondservice.json");
    assert!(model.contains("a#Replace") && !model.contains("a#One"), "{model}");
}

#[test]
fn import_writes_gzip_and_creates_the_folder() {
    let folder = with_botocore();
    for output in ["new/folder/model.json.gz", "again/model.json.gz"] {
        folder.run(&["import", NEWEST, "--output", output]);
    }
    let packed = folder.bytes("new/folder/model.json.gz");
    assert!(packed == folder.bytes("again/model.json.gz"), "the bytes are always the same");
    assert_eq!(packed[4..8], [0; 4], "there is no time in the header");
    let mut unpacked = String::new();
    GzDecoder::new(&*packed).read_to_string(&mut unpacked).expect("the file is gzip");
    assert!(unpacked == folder.run(&["import", NEWEST]));
    assert!(folder.run(&["import", "new/folder/model.json.gz"]) == unpacked);
}

#[test]
fn update_refuses_a_model_that_is_not_a_json_file() {
    let folder = with_botocore();
    folder.run(&["import", NEWEST, "--output", "model.json.gz"]);
    for (model, kind) in [("model.json.gz", "compressed"), (NEWEST, "a botocore folder")] {
        let settings =
            format!("[package.metadata.tinsmith]\nmodel = \"{model}\"\noperations = [\"PutThing\"]\n");
        folder.write("Cargo.toml", format!("{PACKAGE}\n{settings}"));
        folder.run(&["codegen"]);
        let message = folder.fail(&["update", "botocore.whl"]);
        assert!(message.contains(&format!("the model `{model}` is {kind} and not updated")), "{message}");
    }
}
