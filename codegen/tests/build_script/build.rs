//! Generates the client.

fn main() -> Result<(), tinsmith::Diagnostics> {
    tinsmith::build::Builder::new("model.json").operations(["DescribeThings"]).name("things").write()
}
