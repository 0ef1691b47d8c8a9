"""Part of the room `families/minutes`: what is no task.

`judging` has the one entry, `standing_of`: a sentence that could be an action is to be done, too vague to tell, no task
or closed. `talk` holds what a sentence itself says against it, `meeting` what is over when the meeting is, or is others'
to do.
"""
