/** Single paths through the model: random walks, schedules and their replay. */
package lastwords.engine.walk;
