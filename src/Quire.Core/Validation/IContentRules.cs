namespace Quire.Core.Validation;

/// <summary>The rows of content rules: one per organisation that has any.</summary>
public interface IContentRules
{
    /// <summary>The organisation's rules as JSON, or null.</summary>
    string? Find(long organisationId);

    /// <summary>Sets the organisation's rules.</summary>
    void Set(long organisationId, string rules);
}
