//! Protocols of `wire::protocol`: what each sends and reads, by schemas as the generator emits them.

mod aws_query;
mod ec2_query;
mod harness;
mod rest;
mod rest_json;
mod rest_xml;
mod supported;
mod tree;
mod upstream;
mod xml_errors;
