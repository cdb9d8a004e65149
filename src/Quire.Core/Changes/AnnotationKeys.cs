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

    /// <summary>What the prompt says of itself to MLflow's clients, an object of texts: their tags of a prompt, which are key and value.</summary>
    public const string Properties = "properties";

    /// <summary>What the prompt is for, a text; replaces that of the front matter for MLflow's clients.</summary>
    public const string Description = "description";

    /// <summary>On a prompt that was registered before it has a version: how many numbers it had been issued by then. A later version makes it meaningless.</summary>
    public const string Registered = "registered";

    /// <summary><c>true</c> on a version that was deleted.</summary>
    public const string Tombstone = "tombstone";

    /// <summary>Whether the annotation belongs to a version rather than to the prompt as a whole.</summary>
    public static bool IsOfVersion(string key) => key is Model or VersionTags or Tombstone;
}
