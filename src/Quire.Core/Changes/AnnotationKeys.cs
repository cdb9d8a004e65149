namespace Quire.Core.Changes;

/// <summary>The annotations that exist.</summary>
public static class AnnotationKeys
{
    /// <summary>The prompt's tags, an array of strings; replaces those of the front matter.</summary>
    public const string Tags = "tags";

    /// <summary>The prompt's category, a string; replaces that of the front matter.</summary>
    public const string Category = "category";

    /// <summary>A version's model settings, any JSON; replace those of its front matter.</summary>
    public const string Model = "model";

    /// <summary>A version's own tags, an object of strings.</summary>
    public const string VersionTags = "version_tags";

    /// <summary><c>true</c> on a version that was deleted.</summary>
    public const string Tombstone = "tombstone";

    /// <summary>Whether the annotation belongs to a version rather than to the prompt as a whole.</summary>
    public static bool IsOfVersion(string key) => key is Model or VersionTags or Tombstone;
}
