namespace Quire.Core.Search;

/// <summary>A project that may be searched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="FirstDeferred">The oldest change of which the caller would see prompts that wait to be indexed; null where none does.</param>
public sealed record SearchProject(long Id, string Name, long? FirstDeferred);
