namespace Quire.Storage.Search;

/// <summary>A row of <c>search_deferred</c>.</summary>
internal sealed class DeferredRow
{
    public long PromptId { get; set; }

    public long ProjectId { get; set; }
}
