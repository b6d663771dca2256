; The smallest problem where neither goal can be met before the other is thought of:
; c stands on a, b beside them; wanted is the tower a b c.
(define (problem sussman)
  (:domain blocks)
  (:objects a b c - block)
  (:init (ontable a) (on c a) (ontable b) (clear c) (clear b) (handempty))
  (:goal (and (on a b) (on b c))))
