"""Creates connections for the end-to-end test, and prints the outputs of boto3 as JSON.

Usage: seed.py ENDPOINT NAME...
"""

import json
import sys
from datetime import datetime, timezone

import boto3


def plain(value):
    """Converts a timestamp to seconds since the epoch; without a time zone it is in UTC."""
    if isinstance(value, datetime):
        return int((value if value.tzinfo else value.replace(tzinfo=timezone.utc)).timestamp())
    raise TypeError(f"{value!r} has no representation in JSON")


def main():
    endpoint, *names = sys.argv[1:]
    client = boto3.client(
        "directconnect",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
    connections = []
    for name in names:
        connection = client.create_connection(
            location="EqDC2",
            bandwidth="10Gbps",
            connectionName=name,
            lagId="dxlag-ab12cd34",
            providerName="Provider",
            requestMACSec=True,
            tags=[{"key": "team", "value": "network"}, {"key": "empty", "value": ""}],
        )
        del connection["ResponseMetadata"]
        connections.append(connection)
    json.dump(connections, sys.stdout, default=plain, indent=2)


if __name__ == "__main__":
    main()
