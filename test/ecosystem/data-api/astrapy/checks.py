"""What the programs beside this one expect, and how they open a database."""

import sys

from astrapy import DataAPIClient
from astrapy.api_options import APIOptions, DevOpsAPIURLOptions
from astrapy.authentication import UsernamePasswordTokenProvider
from astrapy.constants import Environment
from astrapy.exceptions import DataAPIResponseException

url, token, database_id, region = sys.argv[1:]
database_url = f"{url}/{database_id}-{region}"


def expect(what, actual, expected):
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r} instead of {expected!r}")
    print(what)


def expect_refusal(what, code, call):
    try:
        call()
    except DataAPIResponseException as error:
        expect(what, [descriptor.error_code for descriptor in error.error_descriptors], [code])
    else:
        raise AssertionError(f"{what}: not refused")


def astra_client():
    devops = DevOpsAPIURLOptions(dev_ops_url=url, dev_ops_api_version="v2")
    return DataAPIClient(token, api_options=APIOptions(dev_ops_api_url_options=devops))


def own_client(environment=Environment.HCD):
    return DataAPIClient(UsernamePasswordTokenProvider("cassandra", "cassandra"), environment=environment)


def databases(keyspace):
    """One of Astra by its own address, one of a server by its host and port."""
    yield "astra", astra_client().get_database(database_url, keyspace=keyspace)
    yield "other", own_client(Environment.OTHER).get_database(url, keyspace=keyspace)
