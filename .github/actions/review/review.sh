#!/usr/bin/env bash
# The step of action.yml, whose inputs are in the environment: reviews PATCH, or what changed in
# TREE since BASE. Writes the report to the summary of the job, and outputs to $GITHUB_OUTPUT.
set -euo pipefail

report=$RUNNER_TEMP/review.txt
patch=$PATCH
if [ -z "$patch" ]; then
  [ -n "$BASE" ] || {
    echo "::error::there is neither a patch nor a base: set one, or run this on a pull request"
    exit 2
  }
  patch=$RUNNER_TEMP/change.patch
  git -C "$TREE" diff --relative "$BASE...HEAD" -- . >"$patch"
fi

# Its exit code: 0 nothing gets worse, 1 something does, 2 a mistake of ours.
code=0
if [ -f "$patch" ] && [ ! -s "$patch" ]; then
  echo "nothing changes in $TREE" >"$report"
else
  # shellcheck disable=SC2086 # scenarios are words
  "$LASTWORDS" review "$patch" $SCENARIOS --budget "$BUDGET" >"$report" 2>"$report.err" || code=$?
fi

cat "$report"
{
  printf '### lastwords review\n\n```text\n'
  cat "$report"
  printf '```\n'
} >>"$GITHUB_STEP_SUMMARY"
{
  echo "report=$report"
  [ "$code" = 1 ] && echo worse=true || echo worse=false
} >>"$GITHUB_OUTPUT"

if [ "$code" -gt 1 ]; then
  cat "$report.err" >&2
  exit "$code"
fi
if [ "$code" = 1 ] && [ "$FAIL_WHEN_WORSE" = true ]; then
  echo "::error::something gets worse: see the summary"
  exit 1
fi
