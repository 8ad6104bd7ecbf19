// ---- src/operation/report/input.rs
schema! {
    INPUT_SCHEMA: Structure "example.weather" "ReportInput".with_http(HttpTrait::new("PUT", "/places/{place}/{path+}?kind=storm", Some(201))) {
        0 "place": String.with_http_label();
        1 "path": String.with_http_label();
        2 "size": Integer.with_http_query("size");
        3 "others": Map.with_map_members(&prelude::STRING, &prelude::STRING).with_http_query_params();
        4 "since": Timestamp.with_http_header("X-Since");
        5 "tags": Map.with_map_members(&prelude::STRING, &prelude::STRING).with_http_prefix_headers("X-Tag-");
        6 "degrees": Integer.with_json_name("temperature");
    }
}

// ---- src/operation/report/output.rs
schema! {
    OUTPUT_SCHEMA: Structure "example.weather" "ReportOutput" {
        0 "kind": String.with_http_header("X-Kind");
        1 "status": Integer.with_http_response_code();
        2 "front": Structure.with_http_payload();
    }
}

// ---- src/types/front.rs
schema! {
    FRONT_SCHEMA: Structure "example.weather" "Front" {
        0 "name": String.with_json_name("title");
    }
}
