#!/bin/sh
# Makes Temporal's two databases and brings their tables to the version of this image. Safe to run again.
# Connection settings come from the environment of temporal-sql-tool: SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD, SQL_PLUGIN.
set -eu

schema() {
  database=$1
  name=$2
  temporal-sql-tool --database "$database" create-database || true
  temporal-sql-tool --database "$database" setup-schema --version 0.0 || true
  temporal-sql-tool --database "$database" update-schema --schema-name "$name"
}

schema temporal postgresql/v12/temporal
schema temporal_visibility postgresql/v12/visibility
