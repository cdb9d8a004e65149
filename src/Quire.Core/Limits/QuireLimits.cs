using Quire.Core.Errors;

namespace Quire.Core.Limits;

/// <summary>The one table of limits on what comes from outside. Tests and docs/limits.md are made from it.</summary>
public static class QuireLimits
{
    /// <summary>The bytes of one file in a project.</summary>
    public static readonly Limit FileBytes = new("file.bytes", 10 * 1024 * 1024, "bytes", "one file in a project");

    /// <summary>The bytes of one prompt file, which is parsed.</summary>
    public static readonly Limit PromptBytes = new("prompt.bytes", 2 * 1024 * 1024, "bytes", "one prompt file");

    /// <summary>The bytes of a request's body.</summary>
    public static readonly Limit BodyBytes = new("request.bytes", 16 * 1024 * 1024, "bytes", "the body of one request");

    /// <summary>The nesting of a request's JSON.</summary>
    public static readonly Limit JsonDepth = new("request.depth", 64, "levels", "the nesting of JSON in a request");

    /// <summary>The changed files of one commit.</summary>
    public static readonly Limit CommitChanges = new("commit.changes", 50_000, "files", "the changed files of one commit");

    /// <summary>The characters of a commit message.</summary>
    public static readonly Limit MessageLength = new("commit.message", 16 * 1024, "characters", "a commit message");

    /// <summary>The items of one page.</summary>
    public static readonly Limit PageSize = new("page.size", 1_000, "items", "one page of a list");

    /// <summary>The moves of one change.</summary>
    public static readonly Limit Moves = new("change.moves", 10_000, "moves", "the pointer moves of one change");

    /// <summary>The tags of one prompt.</summary>
    public static readonly Limit Tags = new("annotation.tags", 100, "tags", "the tags of one prompt, set beside its text");

    /// <summary>The characters of one tag or category.</summary>
    public static readonly Limit TagLength = new("annotation.tag", 1_000, "characters", "one tag or category, set beside the text");

    /// <summary>The characters of a version's model settings, and of its own tags.</summary>
    public static readonly Limit AnnotationLength = new("annotation.length", 64 * 1024, "characters", "the model settings of a version set beside its text, and its own tags, as JSON");

    /// <summary>The patterns of protected aliases in a project.</summary>
    public static readonly Limit ProtectedAliases = new("alias.protected", 100, "patterns", "the protected aliases of one project");

    /// <summary>The prompts of one manifest of defaults.</summary>
    public static readonly Limit SeedPrompts = new("seed.prompts", 1_000, "prompts", "the default prompts of one seeding");

    /// <summary>The characters of a URL that requests leave to.</summary>
    public static readonly Limit UrlLength = new("outbound.url", 2_048, "characters", "a URL that requests leave to");

    /// <summary>The characters of an idempotency key.</summary>
    public static readonly Limit IdempotencyKeyLength = new("idempotency.key", 200, "characters", "an idempotency key");

    /// <summary>The features of one composition.</summary>
    public static readonly Limit Features = new("compose.features", 100, "features", "the features of one composition");

    /// <summary>The characters of a user's text in one composition.</summary>
    public static readonly Limit UserText = new("compose.user_text", 1024 * 1024, "characters", "the user's text in one composition");

    /// <summary>The bytes of one pushed pack, as it is sent.</summary>
    public static readonly Limit PushBytes = new("push.bytes", 512L * 1024 * 1024, "bytes", "the pack of one git push");

    /// <summary>The objects of one pushed pack.</summary>
    public static readonly Limit PushObjects = new("push.objects", 1_000_000, "objects", "the objects of one git push");

    /// <summary>The bytes of one object of a pushed pack, inflated.</summary>
    public static readonly Limit PushObjectBytes = new("push.object_bytes", 64 * 1024 * 1024, "bytes", "one object of a git push, inflated");

    /// <summary>The bytes of all objects of a pushed pack, inflated.</summary>
    public static readonly Limit PushInflated = new("push.inflated", 2L * 1024 * 1024 * 1024, "bytes", "all objects of one git push, inflated");

    /// <summary>The deltas that stand on each other in a pushed pack.</summary>
    public static readonly Limit PushDeltaDepth = new("push.delta_depth", 4095, "deltas", "the deltas in a row of a git push");

    /// <summary>The branches and tags that one push moves.</summary>
    public static readonly Limit PushRefs = new("push.refs", 10_000, "refs", "the branches and tags of one git push");

    /// <summary>The lines of one git request.</summary>
    public static readonly Limit GitLines = new("git.lines", 100_000, "lines", "the lines of one git request");

    /// <summary>The files of one preview that are not stored.</summary>
    public static readonly Limit PreviewSources = new("preview.sources", 200, "files", "the files of one preview that are not stored");

    /// <summary>The characters of one search.</summary>
    public static readonly Limit SearchLength = new("search.length", 1_000, "characters", "the words of one search");

    /// <summary>The words of one search.</summary>
    public static readonly Limit SearchWords = new("search.words", 32, "words", "one search");

    /// <summary>The characters of a search's filter.</summary>
    public static readonly Limit FilterLength = new("search.filter", 4_000, "characters", "the filter of a search in MLflow's way");

    /// <summary>The characters that are written while a prompt is composed for Langfuse's clients.</summary>
    public static readonly Limit LangfuseComposed = new("langfuse.composed", 16 * 1024 * 1024, "characters", "the texts of a prompt that names others in Langfuse's way, put together");

    /// <summary>The prompts that one prompt names for Langfuse's clients, directly and through others.</summary>
    public static readonly Limit LangfuseDependencies = new("langfuse.dependencies", 1_000, "prompts", "the prompts that one prompt names in Langfuse's way, through others too");

    /// <summary>The drafts of one person in an organisation.</summary>
    public static readonly Limit Drafts = new("drafts.count", 1_000, "drafts", "the drafts of one person");

    /// <summary>The bytes of all drafts of one person in an organisation.</summary>
    public static readonly Limit DraftBytes = new("drafts.bytes", 32 * 1024 * 1024, "bytes", "all drafts of one person");

    /// <summary>The addresses of prompts that one run names.</summary>
    public static readonly Limit RunPrompts = new("run.prompts", 1_000, "prompts", "what one run used");

    /// <summary>The parameters of one run.</summary>
    public static readonly Limit RunParameters = new("run.parameters", 100, "parameters", "the parameters of one run");

    /// <summary>The metrics of one run.</summary>
    public static readonly Limit RunMetrics = new("run.metrics", 1_000, "metrics", "the metrics of one run");

    /// <summary>The prompts that are compared with each other.</summary>
    public static readonly Limit SimilarPrompts = new("similar.prompts", 200_000, "prompts", "the standing prompts of an organisation that are compared with each other");

    /// <summary>Every limit, by name.</summary>
    public static IReadOnlyList<Limit> Table { get; } =
    [
        ..new[] { FileBytes, PromptBytes, BodyBytes, JsonDepth, CommitChanges, MessageLength, PageSize, Moves, Tags, TagLength, AnnotationLength,
                ProtectedAliases, SeedPrompts, UrlLength, IdempotencyKeyLength, Features, UserText, PushBytes, PushObjects, PushObjectBytes,
                PushInflated, PushDeltaDepth, PushRefs, GitLines, PreviewSources, SearchLength, SearchWords, FilterLength, LangfuseComposed,
                LangfuseDependencies, Drafts, DraftBytes, RunPrompts, RunParameters, RunMetrics, SimilarPrompts }
            .OrderBy(limit => limit.Name, StringComparer.Ordinal),
    ];

    /// <summary>Refuses a value above the limit.</summary>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public static void Check(this Limit limit, long value, string thing)
    {
        if (value > limit.Value)
        {
            throw new QuireException(ErrorKind.TooLarge, "too_large", $"{thing} has {value:N0} {limit.Unit}; the limit is {limit.Value:N0}.",
                $"The limit {limit.Name} is listed in docs/limits.md.");
        }
    }
}
