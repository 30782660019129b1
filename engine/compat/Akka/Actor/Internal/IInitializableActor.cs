namespace Akka.Actor.Internal;

public interface IInitializableActor
{
    void Init();
}
