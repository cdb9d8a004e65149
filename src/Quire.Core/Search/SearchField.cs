namespace Quire.Core.Search;

/// <summary>What filters look at. The numbers are in the index.</summary>
internal enum SearchField
{
    /// <summary>A tag.</summary>
    Tag = 1,

    /// <summary>The category.</summary>
    Category = 2,

    /// <summary>The author of the latest version.</summary>
    Author = 3,

    /// <summary>The model.</summary>
    Model = 4,

    /// <summary>The layer of a contribution.</summary>
    Layer = 5,

    /// <summary>A folder that the prompt stands in.</summary>
    Folder = 6,

    /// <summary>The project.</summary>
    Project = 7,

    /// <summary>The organisation.</summary>
    Organisation = 8,

    /// <summary>The tenant of a contribution that other tenants do not see.</summary>
    Tenant = 10,
}
