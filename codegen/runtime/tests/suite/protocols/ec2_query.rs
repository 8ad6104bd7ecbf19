//! EC2 Query.

use aws_smithy_schema::{Schema, ShapeType, prelude, shape_id};
use aws_smithy_types::{Blob, DateTime};
use tinsmith_runtime::{ec2_query_name, schema, wire::protocol::Ec2Query};

use super::harness::{ActError, Shape, body, error, header, output, request, shape};

schema! {
    FILTER: Structure "sample" "Filter" {
        0 "name": String.with_xml_name("filterName");
        1 "values": List.with_list_member(&VALUE_NODE).with_xml_name("value");
    }
}

shape! { structure Filter(FILTER) { name: String; values: List<String>; } }

static VALUE_NODE: Schema<'static> =
    Schema::new(shape_id!("sample", "Values", "member"), ShapeType::String).with_xml_name("item");
static FILTER_NODE: Schema<'static> =
    Schema::new(shape_id!("sample", "Filters", "member"), ShapeType::Structure).with_xml_name("item");
static STRINGS_NODE: Schema<'static> = Schema::new_list(shape_id!("sample", "Strings"), &prelude::STRING);

schema! {
    DESCRIBE: Structure "sample" "DescribeRequest" {
        0 "dryRun": Boolean;
        1 "Filters": List.with_list_member(&FILTER_NODE).with_xml_name("filter").with_xml_flattened();
        2 "groupIds": List.with_list_member(&VALUE_NODE).with_xml_name("groupId")
            .with_traits(ec2_query_name!("SecurityGroupId"));
        3 "count": Integer.with_traits(ec2_query_name!("maxCount"));
        4 "lists": List.with_list_member(&STRINGS_NODE);
        5 "ratio": Double;
        6 "data": Blob;
        7 "time": Timestamp;
        8 "nested": Structure;
    }
}

shape! {
    structure Describe(DESCRIBE) {
        dry_run: Scalar<bool>;
        filters: List<Filter>;
        group_ids: List<Option<String>>;
        count: Scalar<i32>;
        lists: List<Vec<String>>;
        ratio: Scalar<f64>;
        data: Value<Blob>;
        time: Value<DateTime>;
        nested: Value<Filter>;
    }
}

fn filter(name: &str, values: &[&str]) -> Filter {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    Filter { name: Some(name.into()), values: Some(values) }
}

#[test]
fn inputs_are_forms() {
    let input = Describe {
        dry_run: Some(true),
        filters: Some(vec![filter("a&b", &["1", "2"]), filter("c", &[])]),
        group_ids: Some(vec![Some("g".into()), None, Some("h".into())]),
        count: Some(-5),
        lists: Some(vec![vec!["i".into()], vec!["j".into(), "k".into()]]),
        ratio: Some(f64::NEG_INFINITY),
        data: Some(Blob::new("??>")),
        time: Some(DateTime::from_secs(1_398_796_238)),
        nested: Some(filter("d", &[])),
    };
    let request = request::<Ec2Query, _>(&input);
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/"));
    assert_eq!(header(&request, "content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(header(&request, "content-length"), Some(&*request.body().len().to_string()));
    let body = String::from_utf8(request.body().to_vec()).expect("the form is text");
    let parameters: Vec<_> = body.split('&').collect();
    assert_eq!(
        parameters,
        [
            "Action=Act",
            "Version=2020-01-08",
            "DryRun=true",
            "Filter.1.FilterName=a%26b",
            "Filter.1.Value.1=1",
            "Filter.1.Value.2=2",
            "Filter.2.FilterName=c",
            "SecurityGroupId.1=g",
            "SecurityGroupId.2=h",
            "maxCount=-5",
            "Lists.1.1=i",
            "Lists.2.1=j",
            "Lists.2.2=k",
            "Ratio=-Infinity",
            "Data=Pz8%2B",
            "Time=2014-04-29T18%3A30%3A38Z",
            "Nested.FilterName=d",
        ]
    );
}

#[test]
fn members_that_are_not_set_are_not_sent() {
    assert_eq!(body::<Ec2Query, _>(&Describe::default()), "Action=Act&Version=2020-01-08");
}

schema! {
    OUTPUT: Structure "sample" "DescribeResult" {
        0 "Groups": List.with_list_member(&VALUE_NODE).with_xml_name("groupSet");
        1 "Count": Integer.with_xml_name("count");
    }
}

shape! { output DescribeOutput(OUTPUT) { groups: List<String>; count: Scalar<i32>; } }

#[test]
fn outputs_are_the_members_of_the_root() {
    let body = concat!(
        r#"<DescribeResponse xmlns="urn:x"><requestId>of-body</requestId>"#,
        "<groupSet><item>a</item><item>b</item></groupSet><count>3</count></DescribeResponse>"
    );
    let read: DescribeOutput = output::<Ec2Query, _>(&[], body);
    assert_eq!((read.groups, read.count), (Some(vec!["a".into(), "b".into()]), Some(3)));
    assert_eq!(read._request_id.as_deref(), Some("of-body"));
    assert_eq!(output::<Ec2Query, DescribeOutput>(&[], ""), DescribeOutput::default());
}

#[test]
fn text_that_deviates_is_left_out() {
    let body = "<R><groupSet><item>a</item></groupSet><count>many</count></R>";
    let read: DescribeOutput = output::<Ec2Query, _>(&[], body);
    assert_eq!((read.groups, read.count), (Some(vec!["a".into()]), None));
}

#[test]
fn errors_are_read() {
    let body = concat!(
        "<Response><Errors><Error><Code>InvalidThing</Code><Message>m</Message><Top>1</Top></Error>",
        "</Errors><RequestID>id</RequestID></Response>"
    );
    let ActError::InvalidThing(thing) = error::<Ec2Query>(400, &[], body) else {
        panic!("the error is modelled");
    };
    assert_eq!((thing.message.as_deref(), thing.top), (Some("m"), Some(1)));
}
