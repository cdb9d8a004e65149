namespace Quire.Versioning.Objects;

/// <summary>Where new objects go.</summary>
public interface IObjectSink
{
    /// <summary>Takes an object. One that is there already is left as it is.</summary>
    void Put(GitObject value);
}
