//! Bodies of responses.

use std::fmt::Write as _;

/// Number of objects, roles and instances in a long response.
pub(crate) const ITEMS: usize = 1_000;

/// A function of Lambda.
pub(crate) const FUNCTION: &str = r#"{"FunctionName":"resize","FunctionArn":"arn:aws:lambda:eu-central-1:123456789012:function:resize","Runtime":"python3.12","Role":"arn:aws:iam::123456789012:role/service-role/resize","Handler":"app.handler","CodeSize":48210,"Description":"Resizes images","Timeout":30,"MemorySize":512,"LastModified":"2026-11-26T12:00:00.000+0000","CodeSha256":"fFvBZbJUjb3LmR0PqE7WTM9zFQpYtR3zcE0oDvBGQ3s=","Version":"$LATEST","VpcConfig":{"SubnetIds":["subnet-1","subnet-2"],"SecurityGroupIds":["sg-1"],"VpcId":"vpc-1"},"Environment":{"Variables":{"BUCKET":"images","SIZE":"640"}},"TracingConfig":{"Mode":"PassThrough"},"RevisionId":"0f3c5e0b-6c0e-4e9d-9d3f-2b1c7a5e8d46","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"EphemeralStorage":{"Size":512}}"#;

/// A published message of SNS.
pub(crate) const PUBLISHED: &str = r#"<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult><ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata></PublishResponse>"#;

/// Repeats an item, each with its number.
fn repeated(head: &str, item: impl Fn(usize) -> String, tail: &str) -> String {
    let mut body = head.to_owned();
    for number in 0..ITEMS {
        let _ = writeln!(body, "{}", item(number));
    }
    body + tail
}

/// Objects of a bucket.
pub(crate) fn objects() -> String {
    repeated(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>images</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>",
        |number| {
            format!(
                "<Contents><Key>2026/11/26/image-{number:06}.jpg</Key><LastModified>2026-11-26T12:00:00.000Z</LastModified><ETag>&quot;{number:032x}&quot;</ETag><Size>{}</Size><StorageClass>STANDARD</StorageClass></Contents>",
                100_000 + number
            )
        },
        "</ListBucketResult>",
    )
}

/// Roles of an account.
pub(crate) fn roles() -> String {
    repeated(
        "<ListRolesResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListRolesResult><IsTruncated>false</IsTruncated><Roles>",
        |number| {
            format!(
                "<member><Path>/teams/</Path><RoleName>role-{number}</RoleName><RoleId>AROA{number:016}</RoleId><Arn>arn:aws:iam::123456789012:role/teams/role-{number}</Arn><CreateDate>2026-11-26T12:00:00Z</CreateDate><AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22ec2.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D</AssumeRolePolicyDocument><Description>Role &amp; team {number}</Description><MaxSessionDuration>3600</MaxSessionDuration></member>"
            )
        },
        "</Roles></ListRolesResult><ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata></ListRolesResponse>",
    )
}

/// Instances of EC2, each in a reservation.
pub(crate) fn instances() -> String {
    repeated(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>8f7724cf-496f-496e-8fe3-example</requestId><reservationSet>",
        |number| {
            format!(
                "<item><reservationId>r-{number:017}</reservationId><ownerId>123456789012</ownerId><groupSet/><instancesSet><item><instanceId>i-{number:017}</instanceId><imageId>ami-bff32ccc</imageId><instanceState><code>16</code><name>running</name></instanceState><privateDnsName>ip-192-168-1-88.eu-central-1.compute.internal</privateDnsName><reason/><keyName>key</keyName><amiLaunchIndex>0</amiLaunchIndex><productCodes/><instanceType>t2.micro</instanceType><launchTime>2026-11-26T12:00:00.000Z</launchTime><placement><availabilityZone>eu-central-1c</availabilityZone><groupName/><tenancy>default</tenancy></placement><monitoring><state>disabled</state></monitoring><subnetId>subnet-56f5f633</subnetId><vpcId>vpc-11112222</vpcId><privateIpAddress>192.168.1.88</privateIpAddress><sourceDestCheck>true</sourceDestCheck><groupSet><item><groupId>sg-e4076980</groupId><groupName>group</groupName></item></groupSet><architecture>x86_64</architecture><rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName><blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-1234567890abcdef0</volumeId><status>attached</status><attachTime>2026-11-26T12:00:00.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping><virtualizationType>hvm</virtualizationType><tagSet><item><key>Name</key><value>Server {number}</value></item></tagSet><hypervisor>xen</hypervisor><ebsOptimized>false</ebsOptimized></item></instancesSet></item>"
            )
        },
        "</reservationSet></DescribeInstancesResponse>",
    )
}
