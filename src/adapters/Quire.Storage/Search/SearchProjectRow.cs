namespace Quire.Storage.Search;

/// <summary>A project with what is read beside it at the beginning of a search.</summary>
internal sealed class SearchProjectRow
{
    public long? Id { get; set; }

    public string Name { get; set; } = "";

    public long? FirstDeferred { get; set; }

    public long Sequence { get; set; }

    public long Deferred { get; set; }

    public long Newest { get; set; }
}
