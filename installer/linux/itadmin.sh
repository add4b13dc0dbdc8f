#!/bin/sh
# What a user's own Python has set in the environment must not reach this one.
exec /usr/bin/@PYTHON@ -E -s /usr/lib/itadmin "$@"
