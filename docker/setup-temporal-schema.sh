#!/bin/sh
# Makes Temporal's two databases and brings their tables to the version of this image. Safe to run again: what is there
# already refuses to be made a second time, and only the update has to succeed. The password comes as SQL_PASSWORD.
set -eu

schema() {
  tool="temporal-sql-tool --plugin postgres12 --ep temporal-postgres --port 5432 --user temporal --db $1"
  $tool create || true
  $tool setup-schema --version 0.0 || true
  $tool update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

schema temporal temporal
schema temporal_visibility visibility
