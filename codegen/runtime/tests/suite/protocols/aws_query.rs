//! AWS Query.

use tinsmith_runtime::wire::protocol::AwsQuery;

use super::{
    harness::{Nothing, body, header, output, request},
    tree::{ELEMENTS, Tree, TreeOutput, tree, tree_output},
};

#[test]
fn inputs_are_forms() {
    let request = request::<AwsQuery, _>(&tree());
    assert_eq!((request.method().as_str(), request.uri().path()), ("POST", "/"));
    assert_eq!(header(&request, "content-type"), Some("application/x-www-form-urlencoded"));
    let body = String::from_utf8(request.body().to_vec()).expect("the form is text");
    let parameters: Vec<_> = body.split('&').collect();
    assert_eq!(
        parameters,
        [
            "Action=Act",
            "Version=2020-01-08",
            "nested.name=n",
            "nested.kind=k",
            "list.member.1=a",
            "list.member.2=%3C%26%3E",
            "renamed.item.1=b",
            "flat.1=c",
            "flat.2=d",
            "items.member.1.name=e",
            "items.member.1.kind=k",
            "Row.1.name=f",
            "Row.1.kind=k",
            "Row.2.name=g",
            "Row.2.kind=k",
            "map.entry.1.key=x",
            "map.entry.1.value=y",
            "KVP.1.K=z",
            "KVP.1.V.name=h",
            "lists.member.1.member.1=i",
            "lists.member.2.member.1=j",
            "spaced=s",
            "time=2014-04-29T18%3A30%3A38Z",
        ]
    );
}

#[test]
fn empty_lists_are_sent_and_empty_maps_are_not() {
    let input = Tree { list: Some(vec![]), map: Some([].into()), ..Tree::default() };
    assert_eq!(body::<AwsQuery, _>(&input), "Action=Act&Version=2020-01-08&list=");
}

#[test]
fn results_are_read() {
    for (start, end) in
        [("<ActResponse><ActResult>", "</ActResult></ActResponse>"), ("<ActResponse>", "</ActResponse>")]
    {
        let body = format!("{start}{ELEMENTS}{end}");
        assert_eq!(output::<AwsQuery, TreeOutput>(&[], &body), tree_output(), "{start}");
    }
}

#[test]
fn results_without_content_are_empty() {
    for body in ["", "<ActResponse/>", "<ActResponse><ActResult/></ActResponse>"] {
        assert_eq!(output::<AwsQuery, TreeOutput>(&[], body), TreeOutput::default(), "{body}");
    }
}

#[test]
fn the_request_id_comes_from_the_header_or_from_the_body() {
    let body = concat!(
        "<ActResponse><ActResult><list/></ActResult>",
        "<ResponseMetadata><RequestId>of-body</RequestId></ResponseMetadata></ActResponse>"
    );
    let id = |headers: &[(&str, &str)]| output::<AwsQuery, Nothing>(headers, body)._request_id;
    assert_eq!(id(&[]).as_deref(), Some("of-body"));
    assert_eq!(id(&[("x-amzn-requestid", "of-header")]).as_deref(), Some("of-header"));
}
