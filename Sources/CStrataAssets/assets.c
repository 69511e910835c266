// Written by scripts/embed-assets: do not edit.
#include "CStrataAssets.h"

static const unsigned char asset_0[] = {
#embed "../../Migrations/0001_initial.sql" suffix(,)
0};
static const unsigned char asset_1[] = {
#embed "../../Seeds/VERSION" suffix(,)
0};
static const unsigned char asset_2[] = {
#embed "../../Seeds/cues.tsv" suffix(,)
0};
static const unsigned char asset_3[] = {
#embed "../../Seeds/headings.tsv" suffix(,)
0};
static const unsigned char asset_4[] = {
#embed "../../Seeds/layers.tsv" suffix(,)
0};
static const unsigned char asset_5[] = {
#embed "../../Seeds/samples/ats-export.csv" suffix(,)
0};
static const unsigned char asset_6[] = {
#embed "../../Seeds/samples/markdown/ai-agent-engineer.md" suffix(,)
0};
static const unsigned char asset_7[] = {
#embed "../../Seeds/samples/markdown/conversation-designer-prompts.md" suffix(,)
0};
static const unsigned char asset_8[] = {
#embed "../../Seeds/samples/markdown/data-engineer-hamburg.md" suffix(,)
0};
static const unsigned char asset_9[] = {
#embed "../../Seeds/samples/markdown/data-scientist-lyon.md" suffix(,)
0};
static const unsigned char asset_10[] = {
#embed "../../Seeds/samples/markdown/enterprise-account-executive.md" suffix(,)
0};
static const unsigned char asset_11[] = {
#embed "../../Seeds/samples/markdown/head-of-mlops.md" suffix(,)
0};
static const unsigned char asset_12[] = {
#embed "../../Seeds/samples/markdown/research-engineer-vision.md" suffix(,)
0};
static const unsigned char asset_13[] = {
#embed "../../Seeds/samples/markdown/senior-ml-scientist-nlp.md" suffix(,)
0};
static const unsigned char asset_14[] = {
#embed "../../Seeds/samples/markdown/sre-model-serving.md" suffix(,)
0};
static const unsigned char asset_15[] = {
#embed "../../Seeds/samples/markdown/streaming-data-engineer.md" suffix(,)
0};
static const unsigned char asset_16[] = {
#embed "../../Seeds/sources.tsv" suffix(,)
0};

static const struct strata_asset assets[] = {
    {"Migrations/0001_initial.sql", asset_0, sizeof asset_0 - 1},
    {"Seeds/VERSION", asset_1, sizeof asset_1 - 1},
    {"Seeds/cues.tsv", asset_2, sizeof asset_2 - 1},
    {"Seeds/headings.tsv", asset_3, sizeof asset_3 - 1},
    {"Seeds/layers.tsv", asset_4, sizeof asset_4 - 1},
    {"Seeds/samples/ats-export.csv", asset_5, sizeof asset_5 - 1},
    {"Seeds/samples/markdown/ai-agent-engineer.md", asset_6, sizeof asset_6 - 1},
    {"Seeds/samples/markdown/conversation-designer-prompts.md", asset_7, sizeof asset_7 - 1},
    {"Seeds/samples/markdown/data-engineer-hamburg.md", asset_8, sizeof asset_8 - 1},
    {"Seeds/samples/markdown/data-scientist-lyon.md", asset_9, sizeof asset_9 - 1},
    {"Seeds/samples/markdown/enterprise-account-executive.md", asset_10, sizeof asset_10 - 1},
    {"Seeds/samples/markdown/head-of-mlops.md", asset_11, sizeof asset_11 - 1},
    {"Seeds/samples/markdown/research-engineer-vision.md", asset_12, sizeof asset_12 - 1},
    {"Seeds/samples/markdown/senior-ml-scientist-nlp.md", asset_13, sizeof asset_13 - 1},
    {"Seeds/samples/markdown/sre-model-serving.md", asset_14, sizeof asset_14 - 1},
    {"Seeds/samples/markdown/streaming-data-engineer.md", asset_15, sizeof asset_15 - 1},
    {"Seeds/sources.tsv", asset_16, sizeof asset_16 - 1},
};

int strata_asset_count(void) { return sizeof assets / sizeof assets[0]; }
const struct strata_asset *strata_asset_at(int index) { return &assets[index]; }
