"""The calls that users of astrapy make every day, against the emulator: python everyday_calls.py URL TOKEN DATABASE REGION"""

import io
import json
import os
import ssl
import sys
import tempfile
import urllib.request
import zipfile

from astrapy.client import create_astra_client

url, token, database_id, region = sys.argv[1:]
client = create_astra_client(
    astra_database_id=database_id,
    astra_database_region=region,
    astra_application_token=token,
    base_url=f"{url}/{database_id}-{region}",
)
# The client knows the address of Astra alone.
client.ops.client.base_url = url


def expect(what, actual, expected):
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r} instead of {expected!r}")
    print(what)


def schemas_and_rows():
    client.ops.create_keyspace(database=database_id, keyspace="py")
    expect("keyspace", client.schemas.get_keyspace(keyspace="py")["name"], "py")
    columns = [{"name": name, "typeDefinition": kind} for name, kind in [("day", "date"), ("at", "int"), ("note", "text")]]
    key = {"partitionKey": ["day"], "clusteringKey": ["at"]}
    definition = {"name": "diary", "columnDefinitions": columns, "primaryKey": key}
    expect("table", client.schemas.create_table(keyspace="py", table_definition=definition), {"name": "diary"})
    for at in range(3):
        row = {"day": "2026-01-02", "at": at, "note": f"note {at}"}
        expect("row", client.rest.add_row(keyspace="py", table="diary", row=row), row)
    found = client.rest.search_table(keyspace="py", table="diary", query={"day": {"$eq": "2026-01-02"}, "at": {"$gt": 0}})
    expect("search", [row["note"] for row in found["data"]], ["note 1", "note 2"])
    client.rest.update_rows(keyspace="py", table="diary", key_path="2026-01-02/1", row={"note": "changed"})
    expect("update", client.rest.get_rows("py", "diary", "2026-01-02/1")["data"][0]["note"], "changed")
    client.rest.delete_rows(keyspace="py", table="diary", key_path="2026-01-02/1")
    expect("delete", client.rest.get_rows("py", "diary", "2026-01-02")["count"], 2)


def documents():
    namespace = client.collections.namespace("py")
    namespace.create_collection(name="people")
    expect("collections", [entry["name"] for entry in namespace.get_collections()], ["people"])
    people = namespace.collection("people")
    people.create(path="ada", document={"name": "Ada", "born": 1815, "tags": ["mathematics"]})
    expect("document", people.get(path="ada")["born"], 1815)
    expect("part", people.get(path="ada/tags"), ["mathematics"])
    made = people.create(document={"name": "Alan", "born": 1912})
    expect("find", list(people.find({"born": {"$gt": 1900}})["data"]), [made["documentId"]])
    expect("find one", people.find_one({"name": {"$eq": "Ada"}})["name"], "Ada")
    people.update(path="ada", document={"born": 1816})
    expect("update of a document", people.get(path="ada"), {"name": "Ada", "born": 1816, "tags": ["mathematics"]})
    expect("push", people.push(path="ada/tags", value="poetry"), ["mathematics", "poetry"])
    expect("pop", people.pop(path="ada/tags"), "poetry")
    many = [{"id": f"batch{n}", "name": f"n{n}"} for n in range(3)]
    expect("batch", people.batch(documents=many, id_path="id"), {"documentIds": ["batch0", "batch1", "batch2"]})
    people.delete(path="ada")
    expect("deleted document", people.get(path="batch0/name"), "n0")


def operations():
    ops = client.ops
    organization = ops.get_organization()["id"]
    made = ops.create_database({"name": "from_py", "cloudProvider": "GCP", "tier": "serverless", "capacityUnits": 1, "region": region})["id"]
    expect("listed", made in [entry["id"] for entry in ops.get_databases({"include": "nonterminated"})], True)
    ops.create_keyspace(database=made, keyspace="second")
    expect("keyspaces", ops.get_database(database=made)["info"]["keyspaces"], ["default_keyspace", "second"])
    refusal = ops.reset_database_password(database=made, options={"username": "u", "password": "password"})
    expect("refused on serverless", list(refusal), ["errors"])
    address = {"address": "10.1.2.3", "enabled": True, "description": "here"}
    ops.add_access_list_address(database=made, address=address)
    expect("addresses", [entry["address"] for entry in ops.get_access_list(database=made)["addresses"]], ["10.1.2.3"])
    expect("access lists", [entry["databaseId"] for entry in ops.get_access_lists()], [made])
    policy = {"description": "d", "effect": "allow", "resources": [f"drn:astra:org:{organization}"], "actions": ["org-db-view"]}
    role = ops.create_role({"name": "py role", "policy": policy})["ID"]
    expect("updated role", ops.update_role(role=role, role_definition={"name": "py role 2", "policy": policy})["Name"], "py role 2")
    expect("roles", {"RO User", "py role 2"} <= {entry["Name"] for entry in ops.get_roles()}, True)
    ops.invite_user({"email": "py@example.org", "orgID": organization, "roles": [role]})
    user = [entry for entry in ops.get_users()["Users"] if entry["Email"] == "py@example.org"][0]
    expect("user", ops.get_user(user=user["UserID"])["Roles"][0]["Name"], "py role 2")
    ops.remove_user(user=user["UserID"])
    expect("users", len(ops.get_users()["Users"]), 1)
    fresh = ops.create_token({"roles": [role]})["clientId"]
    ops.delete_token(token=fresh)
    expect("tokens", fresh in [entry["clientId"] for entry in ops.get_clients()["clients"]], False)
    ops.delete_role(role=role)
    secure_bundle(ops.get_secure_bundle(database=made)["downloadURL"])
    expect("terminated", ops.terminate_database(database=made), made)


def secure_bundle(address):
    with urllib.request.urlopen(address) as answer:
        archive = zipfile.ZipFile(io.BytesIO(answer.read()))
    expect("archive", archive.testzip(), None)
    expect("keyspace of the bundle", json.loads(archive.read("config.json"))["keyspace"], "default_keyspace")
    with tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(os.path.join(folder, "ca.crt"))
        context.load_cert_chain(os.path.join(folder, "cert"), os.path.join(folder, "key"))


schemas_and_rows()
documents()
operations()
print("All calls were answered as expected.")
