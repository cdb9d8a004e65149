using Quire.AspNetCore.Routes;

namespace Quire.AspNetCore.Errors;

/// <summary>Every code that answers may carry. docs/errors.md and the OpenAPI document are made from it; a code is never reused.</summary>
internal static class ErrorTable
{
    private static readonly string[] OfEveryRoute =
    [
        "internal_error", "host_not_allowed", "storage_unavailable", "store_busy", "store_closed", "store_damaged", "store_failed", "store_full", "store_io",
        "store_outcome_unknown", "store_unreachable",
    ];

    private static readonly string[] OfKeys = ["unauthenticated", "cross_site", "forbidden", "invalid_path", "unknown_parameter", "repeated_parameter", "invalid_parameter", "invalid_header", "sequence_not_reached"];
    private static readonly string[] OfBodies =
        ["invalid_json", "invalid_text", "too_deep", "unknown_member", "duplicate_member", "missing_member", "too_large", "unsupported_media_type", "bad_request"];

    private static readonly string[] OfOrganisations = ["organisation_not_found"];

    /// <summary>The table, by status and code.</summary>
    public static IReadOnlyList<KnownError> All { get; } =
    [
        new("ambiguous_commit", 400, "More than one commit begins with these digits."),
        new("ambiguous_user_point", 400, "The prompt has more than one merge point that takes user text; name one."),
        new("bad_request", 400, "The request could not be read at all."),
        new("blob_not_found", 400, "A change names content that is not stored."),
        new("duplicate_member", 400, "The body has a member twice."),
        new("idempotency_not_supported", 400, "The route's answer cannot be given again."),
        new("invalid_annotation", 400, "There is no such annotation, or its value does not fit."),
        new("invalid_author", 400, "The author's name cannot stand in a commit."),
        new("invalid_change", 400, "A change has none or more than one of content, base64, blob and delete."),
        new("invalid_choice", 400, "Which prompts are meant is not said, or said twice: give one of folder and paths."),
        new("invalid_commit", 400, "The text is no commit id."),
        new("invalid_cursor", 400, "The cursor is not one of this list, or the list has changed."),
        new("invalid_filter", 400, "The filter or order of a search in MLflow's way cannot be read."),
        new("invalid_header", 400, "A header of the request cannot be read."),
        new("invalid_import", 400, "An import or export has an impossible format, or one that the file's name does not tell."),
        new("invalid_json", 400, "The body is no JSON that the route can read."),
        new("invalid_keep", 400, "The time for which a collection keeps what nothing refers to is impossible."),
        new("invalid_layer", 400, "The word is no layer that has versions."),
        new("invalid_limit", 400, "A page has none or too many items."),
        new("invalid_manifest", 400, "The manifest of default prompts is not one; the detail names what is wrong."),
        new("invalid_message", 400, "The commit's message is empty or has a NUL."),
        new("invalid_name", 400, "A name, path or address is outside its grammar; the fact rule has the exact code."),
        new("invalid_parameter", 400, "A parameter of path or query has an impossible value."),
        new("invalid_path", 400, "The path of the URL is encoded wrongly, or has steps to other folders."),
        new("invalid_permission", 400, "A word is no permission."),
        new("invalid_prompt", 400, "The parts of a prompt do not go together."),
        new("invalid_query", 400, "The search has no word, or one that cannot be looked for."),
        new("invalid_rules", 400, "The content rules ask for something impossible; the detail names the member."),
        new("invalid_run", 400, "A run has an impossible id, title, parameter or metric, or names no prompt."),
        new("invalid_selector", 400, "More than one of alias, version and ref, or an impossible one."),
        new("invalid_setting", 400, "A setting is wrong; the server does not start."),
        new("invalid_tag", 400, "A tag in MLflow's way has an impossible key, or belongs to content that never changes."),
        new("invalid_text", 400, "A text in the body has a NUL or a surrogate that stands alone."),
        new("invalid_url", 400, "The text is no URL that requests may leave to."),
        new("invalid_value", 400, "A member of the body has a value of another kind."),
        new("invalid_variable", 400, "The template declares no such variable."),
        new("invalid_webhook", 400, "The webhook names an event that there is none of."),
        new("langfuse_contribution", 400, "Langfuse has no form for a prompt that contributes to another."),
        new("langfuse_dependents", 400, "Other prompts name what would be deleted, in Langfuse's way."),
        new("langfuse_invalid", 400, "A request of a Langfuse client has a value that does not fit; its path says where."),
        new("langfuse_type", 400, "A prompt of Langfuse's is text or chat for ever."),
        new("langfuse_variables", 400, "A chat of a Langfuse client has a variable and a placeholder of one name."),
        new("missing_member", 400, "The body lacks a member."),
        new("no_user_point", 400, "The prompt has no merge point that takes user text."),
        new("not_default_branch", 400, "Versions are registered on the default branch only."),
        new("not_supported", 400, "A call of another product's interface means nothing here; the message says what to do instead."),
        new("releases_not_available", 400, "Releases of prompt sets cannot be read yet."),
        new("repeated_parameter", 400, "A parameter of the query is there more than once."),
        new("unknown_member", 400, "The body has a member that the route does not know."),
        new("unknown_parameter", 400, "The query has a parameter that the route does not know."),
        new("unauthenticated", 401, "No key, or one that opens nothing: unknown, revoked or expired."),
        new("cross_site", 403, "Another site made a signed-in browser send the request."),
        new("forbidden", 403, "The key lacks a permission, or is bound to tenant scopes where a whole project is shown."),
        new("protected", 403, "The name is protected against this move."),
        new("alias_not_found", 404, "The prompt has no such alias."),
        new("commit_not_found", 404, "There is no such commit."),
        new("delivery_not_found", 404, "The webhook has no such delivery, or forgot it."),
        new("draft_not_found", 404, "The key has no such draft."),
        new("folder_not_found", 404, "There is no prompt in the folder."),
        new("key_not_found", 404, "There is no such key that works."),
        new("not_in_trash", 404, "There is no such deleted prompt."),
        new("organisation_not_found", 404, "There is no such organisation, or not for this key."),
        new("path_not_found", 404, "There is no such file in that commit."),
        new("project_not_found", 404, "There is no such project, or not for this key."),
        new("prompt_not_found", 404, "There is no such prompt, or not for this key."),
        new("ref_not_found", 404, "There is no such branch or tag."),
        new("route_not_found", 404, "There is nothing at this path."),
        new("run_not_found", 404, "There is no such run, or not for this key."),
        new("set_not_found", 404, "There is no such prompt set in the project."),
        new("version_not_found", 404, "The prompt has no such version."),
        new("webhook_not_found", 404, "There is no such webhook, or not for this key."),
        new("method_not_allowed", 405, "The path is known, the method is not possible there."),
        new("ambiguous_name", 409, "A name in MLflow's way may mean two prompts; both are named."),
        new("breaks_contributions", 409, "The change breaks stored contributions; name the breaks in acceptBreaks to accept them."),
        new("conflict", 409, "Others kept changing what the change depends on."),
        new("default_branch", 409, "The default branch cannot be deleted."),
        new("delivery_waits", 409, "The delivery waits for an earlier one of its prompt."),
        new("folder_exists", 409, "There is something at the new folder already."),
        new("gc_interrupted", 409, "Writers moved pointers while a collection swept; what was swept stays swept."),
        new("gc_running", 409, "A collection of garbage is running already."),
        new("idempotency_key_reused", 409, "The idempotency key was used for another request."),
        new("langfuse_concurrent", 409, "Too many Langfuse clients make versions of one prompt at once."),
        new("langfuse_dependency", 409, "A prompt that is named in Langfuse's way is not there, is no text, or leads back."),
        new("merge_conflict", 409, "The changes do not go together; conflicts has each path with its three versions and pieces."),
        new("metric_exists", 409, "The run has a metric of that name with another value; what is recorded never changes."),
        new("not_fast_forward", 409, "The branch has commits that the new head does not contain."),
        new("objects_swept", 409, "A collection removed what the change refers to; send the change again with its objects."),
        new("project_exists", 409, "The name is taken in the organisation."),
        new("prompt_exists", 409, "There is a prompt at the new path already."),
        new("run_exists", 409, "The id was used for another run."),
        new("run_finished", 409, "The run is finished, so nothing is added to it."),
        new("set_exists", 409, "The name of a prompt set is taken by another set or a project of the organisation; the detail names both."),
        new("stale_alias", 409, "The alias stands elsewhere than the caller saw."),
        new("stale_head", 409, "The branch stands elsewhere than the caller saw; both heads are facts."),
        new("stale_prompt", 409, "The prompt has changed since the caller read it."),
        new("tag_exists", 409, "The tag exists already."),
        new("version_deleted", 410, "The version was deleted."),
        new("precondition_failed", 412, "The prompt is not as If-Match or If-None-Match say."),
        new("too_deep", 413, "The body nests too deep."),
        new("too_large", 413, "Something is larger than its limit of docs/limits.md."),
        new("unsupported_media_type", 415, "The body's Content-Type, charset or Content-Encoding is not read here."),
        new("host_not_allowed", 421, "The server does not answer under that host name."),
        new("compose_refused", 422, "The layers do not fit; the diagnostics name merge point, layer, file and line."),
        new("import_refused", 422, "The file to import cannot be read as what it should be; the detail says where."),
        new("import_source_failed", 422, "The server to import from cannot be reached, refuses the key, or is none of that kind."),
        new("invalid_set", 422, "A quire.json is no manifest of a prompt set; the detail says why."),
        new("not_a_commit", 422, "The tag would not lead to a commit."),
        new("not_a_template", 422, "The prompt is not marked as a template, or has no head to write to."),
        new("rejected", 422, "The contents are refused; the diagnostics say where."),
        new("render_failed", 422, "A template failed while it was rendered, or a budget is spent."),
        new("set_nested", 422, "A prompt set would lie inside another one."),
        new("version_invalid", 422, "The version does not parse and cannot be aliased."),
        new("internal_error", 500, "Something failed that should not have; the server's log has it."),
        new("bad_store_location", 503, "The data folder or the connection string cannot be used; the server does not start."),
        new("schema_changed", 503, "A migration that was applied is not the one that this version knows; the server does not start."),
        new("schema_newer", 503, "The database was written by a newer version; the server does not start."),
        new("secrets_unavailable", 503, "The server has no key to seal secrets with, so it keeps none."),
        new("sequence_not_reached", 503, "The change that Quire-Min-Sequence names has not happened here yet."),
        new("storage_unavailable", 503, "The store did not answer."),
        new("store_busy", 503, "Too many writers wait."),
        new("store_closed", 503, "The store was closed: the server is stopping."),
        new("store_damaged", 503, "The database is damaged."),
        new("store_failed", 503, "The database failed."),
        new("store_full", 503, "There is no room left; reading goes on."),
        new("store_io", 503, "The disk answered with an error."),
        new("store_locked", 503, "Another process holds the data folder; the server does not start."),
        new("store_outcome_unknown", 503, "The connection broke during the commit: the change may or may not have happened. Ask with the same idempotency key."),
        new("store_unreachable", 503, "The database server cannot be reached."),
        new("unsafe_settings", 503, "The database server does not keep what it acknowledges; the server does not start."),
    ];

    private static readonly Dictionary<string, KnownError> ByCode = All.ToDictionary(error => error.Code, StringComparer.Ordinal);

    /// <summary>The errors of a route, by what it declares.</summary>
    public static IEnumerable<KnownError> CodesOf(Access access, IEnumerable<object> metadata)
    {
        var declared = metadata.ToList();
        var codes = OfEveryRoute.Concat(declared.OfType<FailureInfo>().SelectMany(failure => failure.Codes));
        if (access.Required is not null)
            codes = codes.Concat(OfKeys).Concat(OfOrganisations);
        if (declared.OfType<BodyInfo>().Any())
            codes = codes.Concat(OfBodies);
        return codes.Distinct().Select(code => ByCode[code]);
    }
}
