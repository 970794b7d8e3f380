"""Keyspaces and databases: python admin_calls.py URL TOKEN DATABASE REGION"""

from astrapy.info import DatabaseDefinition

from checks import astra_client, database_id, expect, expect_refusal, own_client, region, url


def own_server():
    database = own_client().get_database(url)
    admin = database.get_database_admin()
    admin.create_keyspace("first", update_db_keyspace=True)
    admin.create_keyspace("second", replication_options={"class": "NetworkTopologyStrategy", "datacenter1": 1})
    expect("keyspaces", {"first", "second"} <= set(admin.list_keyspaces()), True)
    expect("keyspace of the database", database.keyspace, "first")
    admin.drop_keyspace("second")
    expect("dropped", "second" in admin.list_keyspaces(), False)
    expect_refusal("no providers", "VECTORIZE_FEATURE_NOT_AVAILABLE", admin.find_embedding_providers)
    expect_refusal("no rerankers", "RERANKING_FEATURE_NOT_ENABLED", admin.find_reranking_providers)


def astra():
    admin = astra_client().get_admin()
    definition = DatabaseDefinition(region=region, keyspace="first", cloud_provider="GCP")
    made = admin.create_database("made", definition=definition)
    expect("database", [made.info().name, made.info().status, made.list_keyspaces()], ["made", "ACTIVE", ["first"]])
    expect("databases", sorted(entry.name for entry in admin.list_databases()), ["local", "made"])
    made.create_keyspace("second")
    expect("keyspaces", made.list_keyspaces(), ["first", "second"])
    made.drop_keyspace("second")
    expect("dropped", made.list_keyspaces(), ["first"])
    made.drop()
    expect("databases left", [entry.name for entry in admin.list_databases()], ["local"])
    expect("regions", region in [entry.name for entry in admin.find_available_regions()], True)
    local = admin.get_database_admin(api_endpoint=f"https://{database_id}-{region}.apps.astra.datastax.com")
    expect("the default database", local.info().name, "local")


own_server()
astra()
print("All calls were answered as expected.")
