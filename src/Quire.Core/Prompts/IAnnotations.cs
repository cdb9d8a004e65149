namespace Quire.Core.Prompts;

/// <summary>The rows of annotations.</summary>
public interface IAnnotations
{
    /// <summary>The value of one annotation, or null.</summary>
    Annotation? Find(long projectId, long promptId, long number, string key);

    /// <summary>All annotations of the prompts, of every version and of the prompts as a whole.</summary>
    IReadOnlyList<Annotation> List(long projectId, IReadOnlyCollection<long> promptIds);

    /// <summary>Creates or replaces an annotation.</summary>
    void Set(Annotation annotation);

    /// <summary>Removes an annotation; true when it was there.</summary>
    bool Remove(long projectId, long promptId, long number, string key);
}
